import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Fate, Rehearsal } from '../../shared/contract/people.ts';
import { counted, formatCount } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { DataTable, SearchField, Section } from '../components/index.ts';
import { FateFilter } from './FateFilter.tsx';
import { type Decision, decidingRow, type ImportPurpose, undecided } from './fates.ts';
import classes from './Imports.module.css';
import { RowPanel } from './RowPanel.tsx';
import { rowColumns } from './row-columns.tsx';

/** Every row with what becomes of it; the held ones are decided from here. */
export function RowsSection({
  rehearsal,
  purpose,
  decisions,
  onDecide,
}: {
  readonly rehearsal: Rehearsal;
  readonly purpose: ImportPurpose;
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly onDecide: (rows: readonly number[], decision: Decision | null) => void;
}) {
  const [fate, setFate] = useState<Fate | null>(null);
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const shown = useMemo(() => {
    const wanted = fold(text);
    return rehearsal.rows.filter(
      (row) =>
        (fate === null || row.fate === fate) &&
        (wanted === '' || fold(`${row.name} ${row.email} ${row.reason}`).includes(wanted)),
    );
  }, [rehearsal.rows, fate, text]);
  const columns = useMemo(() => rowColumns(purpose, decisions), [purpose, decisions]);
  const waiting = undecided(rehearsal.rows, decisions);
  const row = rehearsal.rows.find((candidate) => candidate.row === opened) ?? null;

  function decide(rows: readonly number[], decision: Decision | null): void {
    onDecide(rows, decision);
    if (decision === null) return;
    // On to the next row that waits: after this one first, then from the top.
    const rest = waiting.filter((candidate) => !rows.includes(candidate.row));
    const place = rehearsal.rows.findIndex((candidate) => candidate.row === rows.at(-1));
    const after = rest.find((candidate) => rehearsal.rows.indexOf(candidate) > place);
    setOpened((after ?? rest[0])?.row ?? null);
  }

  return (
    <Section
      title="Rows"
      description={
        rehearsal.counts.held === 0
          ? undefined
          : 'Rows that need a decision come first. Those that you leave undecided are not imported.'
      }
      actions={
        waiting.length > 0 ? (
          <Button variant="default" onClick={() => setOpened(waiting[0]?.row ?? null)}>
            Decide {counted(waiting.length, 'row', 'rows')}
          </Button>
        ) : null
      }
    >
      <div className={classes.filters}>
        <FateFilter counts={rehearsal.counts} purpose={purpose} value={fate} onChange={setFate} />
        <div className={classes.search}>
          <SearchField
            value={text}
            onChange={setText}
            label="Find a row"
            placeholder="Name, e-mail or reason"
          />
        </div>
      </div>
      {rehearsal.total > rehearsal.rows.length ? (
        <p className={classes.soft}>
          The first {formatCount(rehearsal.rows.length)} of {formatCount(rehearsal.total)} rows are listed;
          all of them are imported.
        </p>
      ) : null}
      <DataTable
        label="Rows"
        rows={shown}
        columns={columns}
        rowKey={(candidate) => candidate.row}
        height={480}
        onOpen={(candidate) => setOpened(candidate.row)}
        empty={<p className={classes.nothing}>No row fits. Change the search or show all rows.</p>}
      />
      <RowPanel
        row={row}
        purpose={purpose}
        deciding={{
          decision: row ? (decisions.get(decidingRow(row)) ?? null) : null,
          waiting,
          onDecide: decide,
        }}
        onClose={() => setOpened(null)}
      />
    </Section>
  );
}
