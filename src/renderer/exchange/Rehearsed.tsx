import { Button, Chip, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ExchangeFate, type ExchangeRehearsal } from '../../shared/contract/exchange.ts';
import { formatCount } from '../../shared/format.ts';
import { DataTable, ListFilters, Nothing, Section } from '../components/index.ts';
import { ColumnsRead } from './ColumnsRead.tsx';
import { DateChoice } from './DateChoice.tsx';
import classes from './Exchange.module.css';
import { FATES, fateLabel } from './fates.ts';
import { RowPanel } from './RowPanel.tsx';
import { rowColumns } from './row-columns.tsx';
import type { ExchangeState } from './use-exchange.ts';
import { useRows } from './use-rows.ts';

/** Every row with what becomes of it; what is not wanted is left out from here. */
export function Rehearsed({
  rehearsal,
  state,
}: {
  readonly rehearsal: ExchangeRehearsal;
  readonly state: ExchangeState;
}) {
  const [fate, setFate] = useState<ExchangeFate | null>(null);
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const { total, counts, notices } = rehearsal;
  const { leftOut, copies, leave, copy } = state;
  const fitting = useRows(rehearsal, fate, text);
  const columns = useMemo(() => rowColumns({ leftOut, copies, leave, copy }), [leftOut, copies, leave, copy]);
  const taken = fitting.writing.filter((row) => !leftOut.has(row));
  const narrowed = fate !== null || text.trim() !== '';
  return (
    <>
      <DateChoice choice={rehearsal.dateChoice} disabled={state.applying} onChoose={state.readDates} />
      {notices.map((notice) => (
        <p key={notice} className={classes.told}>
          <IconInfoCircle size={20} aria-hidden className={classes.toldIcon} /> {notice}
        </p>
      ))}
      <ColumnsRead columns={rehearsal.columns} />
      <Section title="What becomes of each">
        <ListFilters
          search={{
            value: text,
            onChange: setText,
            label: 'Find a row',
            placeholder: 'Code, title or problem',
          }}
          end={
            narrowed && fitting.writing.length > 0 ? (
              <Button
                variant="default"
                size="compact-sm"
                disabled={fitting.looking}
                onClick={() => leave(fitting.writing, taken.length > 0)}
              >
                {taken.length > 0
                  ? `Leave out ${these(fitting.writing.length)}`
                  : `Take in ${these(fitting.writing.length)}`}
              </Button>
            ) : null
          }
        >
          <Chip.Group
            multiple={false}
            value={fate ?? 'all'}
            onChange={(choice) => setFate(ExchangeFate.safeParse(choice).data ?? null)}
          >
            <Group gap="xs" role="group" aria-label="Show the rows that">
              <Chip value="all" size="xs" variant="outline">
                All {formatCount(total)}
              </Chip>
              {FATES.filter((value) => counts[value] > 0).map((value) => (
                <Chip key={value} value={value} size="xs" variant="outline">
                  {fateLabel(value)} {formatCount(counts[value])}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </ListFilters>
        {fitting.total > fitting.rows.length ? (
          <p className={classes.soft}>
            The first {formatCount(fitting.rows.length)} of {formatCount(fitting.total)} rows are listed,
            those that need a look first. Choose a group or search to see the others; leaving out a group or
            what was found takes those that are not listed too.
          </p>
        ) : null}
        <DataTable
          label="Rows"
          rows={fitting.rows}
          columns={columns}
          rowKey={({ row }) => row}
          height="max(280px, calc(100dvh - 460px))"
          onOpen={({ row }) => setOpened(row)}
          growing
          empty={
            <Nothing>
              {fitting.looking ? 'Looking…' : 'No row fits. Change the search or show all rows.'}
            </Nothing>
          }
        />
      </Section>
      <RowPanel
        row={fitting.rows.find(({ row }) => row === opened) ?? null}
        form={rehearsal.form}
        state={state}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function these(count: number): string {
  return count === 1 ? 'this one' : `these ${formatCount(count)}`;
}
