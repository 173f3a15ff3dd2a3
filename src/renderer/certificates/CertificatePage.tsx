import { Anchor, Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Certificate } from '../../shared/contract/certificates.ts';
import { formatCount } from '../../shared/format.ts';
import { printFile, saveFile, useRead } from '../api/index.ts';
import {
  FaultNotice,
  Loading,
  Moment,
  PageHeader,
  PdfPreview,
  Section,
  StatusBadge,
} from '../components/index.ts';
import classes from './Certificates.module.css';
import { ReissueDialog } from './ReissueDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import { creditsInWords, KINDS, STATUSES } from './words.ts';

const BACK = { label: 'Certificates', path: '/certificates' } as const;

/** One certificate: the sealed page, what was printed, what became of it since. */
export function CertificatePage({ id }: { readonly id: number }) {
  const certificate = useRead('certificates.get', { id });
  if (certificate.isPending) return <Loading />;
  if (!certificate.data)
    return (
      <>
        <PageHeader title="Certificate" back={BACK} />
        <FaultNotice fault={certificate.error} onRetry={() => void certificate.refetch()} />
      </>
    );
  return <OpenCertificate certificate={certificate.data} />;
}

function OpenCertificate({ certificate }: { readonly certificate: Certificate }) {
  const file = useRead('certificates.file', { id: certificate.id });
  const [dialog, setDialog] = useState<'revoke' | 'reissue' | null>(null);
  const { label, tone } = STATUSES[certificate.status];
  return (
    <>
      <PageHeader
        title={certificate.name}
        eyebrow={`Certificate ${certificate.number}`}
        back={BACK}
        description={
          <span className={classes.descriptionFacts}>
            <StatusBadge tone={tone}>{label}</StatusBadge>
            <span>
              {certificate.kind === 'cme' ? creditsInWords(certificate.creditQuarters) : KINDS.participation}
            </span>
            <Anchor component={Link} href={`/activities/${certificate.activityId}/certificates`}>
              {certificate.activityTitle}
            </Anchor>
          </span>
        }
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden />}
              disabled={!file.data}
              onClick={() => file.data && printFile(file.data)}
            >
              Print
            </Button>
            <Button
              leftSection={<IconDownload size={16} aria-hidden />}
              disabled={!file.data}
              onClick={() => file.data && saveFile(file.data)}
            >
              Save as PDF
            </Button>
          </>
        }
      />
      <div className={classes.split}>
        <div>
          {file.isPending ? <Loading /> : null}
          {file.isError ? <FaultNotice fault={file.error} onRetry={() => void file.refetch()} /> : null}
          {file.data ? <PdfPreview file={file.data} /> : null}
        </div>
        <div>
          <Section title="Standing">
            <Standing certificate={certificate} />
            {certificate.status === 'superseded' ? null : (
              <div className={classes.dialogButtons}>
                <Button variant="default" onClick={() => setDialog('reissue')}>
                  Correct and re-issue
                </Button>
                {certificate.status === 'issued' ? (
                  <Button variant="default" onClick={() => setDialog('revoke')}>
                    Revoke
                  </Button>
                ) : null}
              </div>
            )}
          </Section>
          <Section title="Printed" description="Exactly what stands on the page.">
            <table className={classes.facts} aria-label="Printed">
              <tbody>
                {certificate.printed.map((fact) => (
                  <tr key={`${fact.label} ${fact.value}`}>
                    <th scope="row">{fact.label}</th>
                    <td>{fact.value}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
          <Section
            title="Seal"
            description="The file is kept as issued. This fingerprint (SHA-256) proves it."
          >
            <p className={classes.hash}>{certificate.sha256}</p>
            <p className={classes.soft}>{formatCount(certificate.sizeBytes)} bytes</p>
          </Section>
        </div>
      </div>
      <RevokeDialog certificate={certificate} opened={dialog === 'revoke'} onClose={() => setDialog(null)} />
      <ReissueDialog
        certificate={certificate}
        opened={dialog === 'reissue'}
        onClose={() => setDialog(null)}
      />
    </>
  );
}

function Standing({ certificate }: { readonly certificate: Certificate }) {
  const { replaces, replacedBy, history } = certificate;
  return (
    <>
      {replacedBy ? (
        <p>
          Replaced by{' '}
          <Anchor component={Link} underline="always" href={`/certificates/${replacedBy.id}`}>
            {replacedBy.number}
          </Anchor>
        </p>
      ) : null}
      {replaces ? (
        <p>
          Replaces{' '}
          <Anchor component={Link} underline="always" href={`/certificates/${replaces.id}`}>
            {replaces.number}
          </Anchor>
        </p>
      ) : null}
      <ol className={classes.history}>
        {history.map((entry) => (
          <li key={`${entry.at} ${entry.event}`}>
            <strong>{entry.event}</strong>
            <div className={classes.soft}>
              <Moment at={entry.at} />
            </div>
            {entry.reason ? <div>Reason: {entry.reason}</div> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
