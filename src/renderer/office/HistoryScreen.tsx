import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ChangeSummary } from '../../shared/contract/system.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { callOrShow, undo, useRead } from '../api/index.ts';
import {
  type Column,
  DataTable,
  FaultNotice,
  Loading,
  Moment,
  Nothing,
  PageHeader,
  Section,
  StatusBadge,
} from '../components/index.ts';
import classes from './HistoryScreen.module.css';
import { OfficeTabs } from './OfficeTabs.tsx';

const SHOWN = 200;

type Check = { readonly rows: number; readonly ok: boolean; readonly explanation: string };

const COLUMNS: readonly Column<ChangeSummary>[] = [
  { id: 'at', header: 'When', width: 190, cell: ({ at }) => <Moment at={at} />, sortValue: ({ at }) => at },
  {
    id: 'title',
    header: 'What',
    cell: ({ title, reason }) => (
      <span title={reason ? `${title}. ${reason}` : title}>
        {title}
        {reason ? <span className={classes.reason}> — {reason}</span> : null}
      </span>
    ),
  },
  {
    id: 'rows',
    header: 'Records',
    width: 100,
    align: 'right',
    cell: ({ rows }) => formatCount(rows),
    sortValue: ({ rows }) => rows,
  },
  {
    id: 'undo',
    header: 'Undo',
    width: 110,
    align: 'right',
    cell: ({ changeId, title, undoable }) =>
      undoable ? (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Undo: ${title}`}
          onClick={() => void undo(changeId)}
        >
          Undo
        </Button>
      ) : null,
  },
];

/** What was done in this office, newest first, and the check that the record is whole. */
export function HistoryScreen() {
  const changes = useRead('changes.recent', { limit: SHOWN });
  const [check, setCheck] = useState<Check | null>(null);
  const [checking, setChecking] = useState(false);

  async function walk(): Promise<void> {
    setChecking(true);
    const found = await callOrShow('audit.check', {});
    if (found) setCheck(found);
    setChecking(false);
  }

  return (
    <>
      <PageHeader title="History" eyebrow="Office" />
      <OfficeTabs />
      <Section
        title="The record"
        description="Every change is written down with what was there before, and sealed to the one before it. The check walks the whole record and says whether anything was altered from outside."
        actions={
          <Button variant="default" loading={checking} onClick={() => void walk()}>
            Check the record
          </Button>
        }
      >
        <div role="status">
          {check ? (
            <p className={classes.check}>
              <StatusBadge tone={check.ok ? 'good' : 'bad'}>{check.ok ? 'Whole' : 'Altered'}</StatusBadge>{' '}
              {counted(check.rows, 'entry', 'entries')} checked. {check.explanation}
            </p>
          ) : null}
        </div>
      </Section>
      <Section title="What was done" description={`The last ${SHOWN} changes, newest first.`}>
        {changes.isPending ? <Loading /> : null}
        {changes.error ? <FaultNotice fault={changes.error} onRetry={() => void changes.refetch()} /> : null}
        {changes.data ? (
          <DataTable
            label="What was done"
            rows={changes.data}
            columns={COLUMNS}
            rowKey={({ changeId }) => changeId}
            empty={<Nothing>Nothing was done yet.</Nothing>}
          />
        ) : null}
      </Section>
    </>
  );
}
