import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatCount } from '../../shared/format.ts';
import { useRead, useReadPages } from '../api/index.ts';
import { DataTable, FaultNotice, SearchField, Section } from '../components/index.ts';
import classes from './Certificates.module.css';
import { activityCertificateColumns } from './columns.tsx';
import { SaveAllButton } from './SaveAllButton.tsx';
import { certificatesInWords } from './words.ts';

const PAGE = 200;
/** Rows from which a list needs a search. */
const MANY = 12;

/** All certificates of one activity, current or not. Shows nothing before the first. */
export function IssuedCertificates({ activityId }: { readonly activityId: number }) {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const all = { activityId, text: '', after: null, limit: 1 } as const;
  const total = useRead('certificates.list', { ...all, status: null }).data?.total ?? 0;
  const current = useRead('certificates.list', { ...all, status: 'issued' }).data?.total ?? 0;
  const pages = useReadPages('certificates.list', {
    text: wanted.slice(0, 100),
    activityId,
    status: null,
    limit: PAGE,
  });
  if (pages.fault) return <FaultNotice fault={pages.fault} onRetry={pages.retry} />;
  if (total === 0) return null;
  const past = total - current;
  return (
    <Section
      title="Issued"
      description={`${certificatesInWords(current)} current${
        past > 0 ? `, ${formatCount(past)} replaced or revoked` : ''
      }. Open one to print, save, revoke or re-issue it.`}
      actions={<SaveAllButton activityId={activityId} disabled={current === 0} />}
    >
      {total > MANY ? (
        <div className={classes.filters}>
          <div className={classes.search}>
            <SearchField value={text} onChange={setText} label="Find an issued certificate" />
          </div>
          <span className={classes.count} role="status">
            {certificatesInWords(pages.total)}
          </span>
        </div>
      ) : null}
      <DataTable
        label="Issued certificates"
        rows={pages.rows}
        columns={activityCertificateColumns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/certificates/${id}`)}
        onEndReached={pages.loadMore}
        empty={<p className={classes.nothing}>No certificate fits. Change the search.</p>}
      />
    </Section>
  );
}
