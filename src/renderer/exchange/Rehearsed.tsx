import { Button, Chip, Group } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { ExchangeFate, type ExchangeRehearsal } from '../../shared/contract/exchange.ts';
import { formatCount } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { DataTable, SearchField, Section } from '../components/index.ts';
import { ColumnsRead } from './ColumnsRead.tsx';
import classes from './Exchange.module.css';
import { FATES, fateLabel, writes } from './fates.ts';
import { RowPanel } from './RowPanel.tsx';
import { rowColumns } from './row-columns.tsx';

/** Every row with what becomes of it; what is not wanted is left out from here. */
export function Rehearsed({
  rehearsal,
  leftOut,
  onLeave,
}: {
  readonly rehearsal: ExchangeRehearsal;
  readonly leftOut: ReadonlySet<number>;
  readonly onLeave: (rows: readonly number[], out: boolean) => void;
}) {
  const [fate, setFate] = useState<ExchangeFate | null>(null);
  const [text, setText] = useState('');
  const [opened, setOpened] = useState<number | null>(null);
  const { rows, total, counts, notices } = rehearsal;
  const shown = useMemo(() => {
    const words = fold(text).split(' ').filter(Boolean);
    return rows.filter((row) => {
      if (fate !== null && row.fate !== fate) return false;
      const folded = fold(`${row.code} ${row.title} ${row.problems.join(' ')}`);
      return words.every((word) => folded.includes(word));
    });
  }, [rows, fate, text]);
  const columns = useMemo(() => rowColumns(leftOut, onLeave), [leftOut, onLeave]);
  const writing = shown.filter(writes).map(({ row }) => row);
  const taken = writing.filter((row) => !leftOut.has(row));
  const narrowed = fate !== null || text.trim() !== '';
  return (
    <>
      {notices.map((notice) => (
        <p key={notice} className={classes.told}>
          <IconInfoCircle size={20} aria-hidden className={classes.toldIcon} /> {notice}
        </p>
      ))}
      <ColumnsRead columns={rehearsal.columns} />
      <Section title="What becomes of each">
        <div className={classes.filters}>
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
          <div className={classes.search}>
            <SearchField
              value={text}
              onChange={setText}
              label="Find a row"
              placeholder="Code, title or problem"
            />
          </div>
          {narrowed && writing.length > 0 ? (
            <Button variant="default" size="compact-sm" onClick={() => onLeave(writing, taken.length > 0)}>
              {taken.length > 0 ? `Leave out ${these(writing.length)}` : `Take in ${these(writing.length)}`}
            </Button>
          ) : null}
        </div>
        {total > rows.length ? (
          <p className={classes.soft}>
            The first {formatCount(rows.length)} of {formatCount(total)} rows are listed, those that need a
            look first. The others are imported as they are counted.
          </p>
        ) : null}
        <DataTable
          label="Rows"
          rows={shown}
          columns={columns}
          rowKey={({ row }) => row}
          height="max(280px, calc(100dvh - 460px))"
          onOpen={({ row }) => setOpened(row)}
          empty={<p className={classes.nothing}>No row fits. Change the search or show all rows.</p>}
        />
      </Section>
      <RowPanel
        row={rows.find(({ row }) => row === opened) ?? null}
        form={rehearsal.form}
        out={opened !== null && leftOut.has(opened)}
        onLeave={onLeave}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

function these(count: number): string {
  return count === 1 ? 'this one' : `these ${formatCount(count)}`;
}
