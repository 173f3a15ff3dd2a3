import { Anchor, Button, Modal, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Certificate, ReissueResult } from '../../shared/contract/certificates.ts';
import { showDone, useJob, useRead } from '../api/index.ts';
import { FaultNotice, JobProgress, Loading, PdfPreview } from '../components/index.ts';
import classes from './Certificates.module.css';

/** Says exactly what re-issuing does beside the new page, asks for the reason, issues anew, and opens the new certificate. */
export function ReissueDialog({
  certificate,
  opened,
  onClose,
}: {
  readonly certificate: Certificate;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Correct and re-issue ${certificate.number}`}
      classNames={{ content: classes.wide ?? '' }}
    >
      <Reissue certificate={certificate} onClose={onClose} />
    </Modal>
  );
}

function Reissue({
  certificate,
  onClose,
}: {
  readonly certificate: Certificate;
  readonly onClose: () => void;
}) {
  const [, navigate] = useLocation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { job, running, start } = useJob();
  const page = useRead('certificates.reissuePreview', { id: certificate.id });
  const short = reason.trim().length < 3;

  useEffect(() => {
    if (job?.status !== 'done') return;
    const made = ReissueResult.safeParse(job.result);
    if (!made.success) return;
    onClose();
    showDone(`Issued ${made.data.number} in place of ${certificate.number}.`, null);
    navigate(`/certificates/${made.data.id}`);
  }, [job, certificate.number, navigate, onClose]);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (!short) await start('certificates.reissue', { id: certificate.id, reason: reason.trim() });
  }

  return (
    <form className={classes.reissue} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.reissueForm}>
        <ul className={classes.consequence}>
          <li>
            A new certificate is issued from today’s data, under a new number that names {certificate.number}.
          </li>
          <li>
            {certificate.number} stays readable and is marked as replaced. It cannot be made current again.
          </li>
          <li>
            Anything wrong on the new page is corrected first: the name and credentials with{' '}
            <Anchor
              component={Link}
              underline="always"
              href={`/people/${certificate.personId}?certificate=${certificate.id}`}
            >
              the person
            </Anchor>
            , the rest in{' '}
            <Anchor component={Link} underline="always" href={`/activities/${certificate.activityId}`}>
              the activity
            </Anchor>
            .
          </li>
        </ul>
        <Textarea
          label="Reason"
          description="Kept with both certificates."
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && short ? 'Say in a few words why: it is kept for the audit.' : null}
          maxLength={500}
          minRows={2}
          autosize
          required
          disabled={running}
          data-autofocus
        />
        {job && job.status !== 'done' ? <JobProgress job={job} /> : null}
        <div className={classes.dialogButtons}>
          <Button variant="default" onClick={onClose} disabled={running}>
            Keep the certificate
          </Button>
          <Button type="submit" loading={running} disabled={!page.data}>
            Correct and re-issue
          </Button>
        </div>
      </div>
      <section aria-label="The new page" className={classes.sheetSpace}>
        {page.isPending ? <Loading /> : null}
        {page.isError ? <FaultNotice fault={page.error} onRetry={() => void page.refetch()} /> : null}
        {page.data ? <PdfPreview file={page.data} /> : null}
      </section>
    </form>
  );
}
