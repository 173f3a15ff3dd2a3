import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatCount } from '../../shared/format.ts';
import { useRead, useReadPages } from '../api/index.ts';
import { DataTable, FaultNotice, ListFilters, Nothing, Section } from '../components/index.ts';
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
        <ListFilters
          search={{ value: text, onChange: setText, label: 'Find an issued certificate' }}
          count={certificatesInWords(pages.total)}
        />
      ) : null}
      <DataTable
        label="Issued certificates"
        rows={pages.rows}
        columns={activityCertificateColumns}
        rowKey={({ id }) => id}
        onOpen={({ id }) => navigate(`/certificates/${id}`)}
        onEndReached={pages.loadMore}
        empty={<Nothing>No certificate fits. Change the search.</Nothing>}
      />
    </Section>
  );
}
