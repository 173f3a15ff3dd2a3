import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Fate, RehearsedRow } from '../../shared/contract/people.ts';
import { sentenceCase } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { undo, useRead } from '../api/index.ts';
import { DataTable, FaultNotice, Loading, Moment, PageHeader, SearchField } from '../components/index.ts';
import { FateFilter } from './FateFilter.tsx';
import type { Decision, ImportPurpose } from './fates.ts';
import classes from './Imports.module.css';
import { type ImportEntry, Standing } from './ImportTable.tsx';
import { RowPanel } from './RowPanel.tsx';
import { rowColumns } from './row-columns.tsx';

const BACK = { label: 'Earlier imports', path: '/people/imports' } as const;

/** One applied import: what became of every row, and the way back. */
export function ImportRecord({ id }: { readonly id: number }) {
  const imports = useRead('imports.list', { activityId: null });
  const rows = useRead('imports.rows', { importId: id });
  const fault = imports.error ?? rows.error;
  const entry = imports.data?.find((candidate) => candidate.id === id);
  if (fault)
    return (
      <>
        <PageHeader title="Import" back={BACK} />
        <FaultNotice fault={fault} onRetry={() => void Promise.all([imports.refetch(), rows.refetch()])} />
      </>
    );
  if (!imports.data || !rows.data) return <Loading />;
  if (!entry)
    return (
      <>
        <PageHeader title="Import" back={BACK} />
        <FaultNotice fault={{ message: 'There is no such import. Go back to the list of imports.' }} />
      </>
    );
  return <KeptImport entry={entry} rows={rows.data} />;
}

const NO_DECISIONS: ReadonlyMap<number, Decision> = new Map();

function KeptImport({
  entry,
  rows,
}: {
  readonly entry: ImportEntry;
  readonly rows: readonly RehearsedRow[];
}) {
  const [fate, setFate] = useState<Fate | null>(null);
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const [undoing, setUndoing] = useState(false);
  const purpose = purposeOf(entry);
  const shown = useMemo(() => {
    const wanted = fold(text);
    return rows.filter(
      (row) =>
        (fate === null || row.fate === fate) &&
        (wanted === '' || fold(`${row.name} ${row.email} ${row.reason}`).includes(wanted)),
    );
  }, [rows, fate, text]);
  const columns = useMemo(() => rowColumns(purpose, NO_DECISIONS), [purpose]);

  async function takeBack(): Promise<void> {
    setUndoing(true);
    await undo(entry.changeId);
    setUndoing(false);
  }

  return (
    <>
      <PageHeader
        title={entry.fileName}
        back={BACK}
        eyebrow={`${sentenceCase(entry.kind)} import`}
        description={
          <span className={classes.descriptionFacts}>
            <Standing undone={entry.undone} />
            <span>
              <Moment at={entry.appliedAt} />
            </span>
            {entry.activityTitle ? <span>{entry.activityTitle}</span> : null}
          </span>
        }
        actions={
          entry.undone ? null : (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              loading={undoing}
              onClick={() => void takeBack()}
            >
              Undo the import
            </Button>
          )
        }
      />
      <div className={classes.filters}>
        <FateFilter counts={entry.counts} purpose={purpose} value={fate} onChange={setFate} />
        <div className={classes.search}>
          <SearchField
            value={text}
            onChange={setText}
            label="Find a row"
            placeholder="Name, e-mail or reason"
          />
        </div>
      </div>
      <DataTable
        label="Rows"
        rows={shown}
        columns={columns}
        rowKey={({ row }) => row}
        onOpen={({ row }) => setOpened(row)}
        empty={<p className={classes.nothing}>No row fits. Change the search or show all rows.</p>}
      />
      <RowPanel
        row={rows.find(({ row }) => row === opened) ?? null}
        purpose={purpose}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function purposeOf(entry: ImportEntry): ImportPurpose {
  if (entry.kind === 'attendance' || entry.kind === 'reflections') return entry.kind;
  return entry.activityTitle === null ? 'office' : 'enrolment';
}
