import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CertificateSummary } from '../../shared/contract/certificates.ts';
import { counted } from '../../shared/format.ts';
import { useRead, useReadPages } from '../api/index.ts';
import {
  DataTable,
  EmptyState,
  FaultNotice,
  ListFilters,
  Loading,
  Nothing,
  PageHeader,
} from '../components/index.ts';
import classes from './Certificates.module.css';
import { certificateColumns } from './columns.tsx';

type Standing = 'all' | CertificateSummary['status'];

const PAGE = 200;

/** Every certificate the office has issued, current or not. */
export function CertificateList() {
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 120);
  const [standing, setStanding] = useState<Standing>('all');
  const [activityId, setActivityId] = useState<number | null>(null);
  const activities = useRead('activities.list', {});
  const pages = useReadPages('certificates.list', {
    text: wanted.slice(0, 100),
    activityId,
    status: standing === 'all' ? null : standing,
    limit: PAGE,
  });
  const unfiltered = wanted === '' && standing === 'all' && activityId === null;
  return (
    <>
      <PageHeader
        title="Certificates"
        description="Each is sealed as it was issued. A correction is a new certificate that names the old one."
      />
      {pages.fault ? <FaultNotice fault={pages.fault} onRetry={pages.retry} /> : null}
      {pages.loading ? <Loading /> : null}
      {!pages.loading && !pages.fault && unfiltered && pages.total === 0 ? (
        <EmptyState
          icon={<IconCertificate size={32} />}
          title="No certificate yet"
          action={
            <Button component={Link} href="/activities">
              Go to activities
            </Button>
          }
        >
          Certificates are issued from an activity, once people are complete. You see who gets what before
          anything is issued.
        </EmptyState>
      ) : null}
      {!pages.loading && !pages.fault && !(unfiltered && pages.total === 0) ? (
        <>
          <ListFilters
            search={{
              value: text,
              onChange: setText,
              label: 'Find a certificate',
              placeholder: 'Name, number or activity',
            }}
            count={counted(pages.total, 'certificate', 'certificates')}
          >
            <SegmentedControl
              aria-label="Standing"
              value={standing}
              onChange={setStanding}
              data={[
                { value: 'all', label: 'All' },
                { value: 'issued', label: 'Current' },
                { value: 'superseded', label: 'Replaced' },
                { value: 'revoked', label: 'Revoked' },
              ]}
            />
            <Select
              className={classes.activity ?? ''}
              aria-label="Activity"
              placeholder="Every activity"
              data={(activities.data ?? [])
                .filter(({ certificates, id }) => certificates > 0 || id === activityId)
                .map(({ id, title }) => ({ value: String(id), label: title }))}
              value={activityId === null ? null : String(activityId)}
              onChange={(value) => setActivityId(value === null ? null : Number(value))}
              clearable
              clearButtonProps={{ 'aria-label': 'Show every activity' }}
              searchable
            />
          </ListFilters>
          <DataTable
            label="Certificates"
            rows={pages.rows}
            columns={certificateColumns}
            rowKey={({ id }) => id}
            onOpen={({ id }) => navigate(`/certificates/${id}`)}
            onEndReached={pages.loadMore}
            empty={<Nothing>No certificate fits. Change the search or the filters.</Nothing>}
          />
        </>
      ) : null}
    </>
  );
}
