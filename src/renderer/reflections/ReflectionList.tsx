import { Button, SegmentedControl } from '@mantine/core';
import { IconMessageCheck } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ReflectionRow } from '../../shared/contract/reflections.ts';
import { counted, formatShortDate } from '../../shared/format.ts';
import { fold } from '../../shared/people/name.ts';
import { commitmentStanding } from '../../shared/reflections/summary.ts';
import {
  type Column,
  DataTable,
  ListFilters,
  Nothing,
  personNameColumn,
  StatusBadge,
} from '../components/index.ts';
import { useKeptReflections } from './kept-reflections.ts';
import classes from './Reflections.module.css';
import { STANDINGS } from './words.ts';

type Show = 'all' | 'returned' | 'missing' | 'due';

/** Everyone enrolled, with what they wrote; opening a person shows the form beside the list. */
export function ReflectionList({
  rows,
  today,
  openId,
  onOpen,
}: {
  readonly rows: readonly ReflectionRow[];
  readonly today: string;
  /** The enrolment whose form is open; null when none is. */
  readonly openId: number | null;
  readonly onOpen: (row: ReflectionRow, shown: readonly ReflectionRow[]) => void;
}) {
  const [text, setText] = useState('');
  const [show, setShow] = useState<Show>('all');
  const kept = useKeptReflections();
  const due = rows.filter((row) => standingOf(row, today) === 'due').length;
  const shown = useMemo(() => {
    const wanted = fold(text);
    return rows.filter((row) => fits(row, show, today) && textOf(row).includes(wanted));
  }, [rows, text, show, today]);
  const columns = useMemo(() => columnsFor(today, rows, new Set(kept.keys())), [today, rows, kept]);
  return (
    <>
      {due > 0 && show !== 'due' ? (
        <div className={classes.due}>
          <IconMessageCheck size={20} aria-hidden />
          <span>{counted(due, 'commitment is', 'commitments are')} to be followed up today.</span>
          <Button size="compact-sm" variant="default" onClick={() => setShow('due')}>
            Show {due === 1 ? 'it' : 'them'}
          </Button>
        </div>
      ) : null}
      <ListFilters
        search={{ value: text, onChange: setText, label: 'Find a person or words' }}
        count={counted(shown.length, 'person', 'people')}
      >
        <SegmentedControl
          aria-label="Show"
          value={show}
          onChange={setShow}
          data={[
            { value: 'all', label: 'Everyone' },
            { value: 'returned', label: 'Returned' },
            { value: 'missing', label: 'Not returned' },
            { value: 'due', label: 'To follow up' },
          ]}
        />
      </ListFilters>
      <DataTable
        label="Reflections"
        rows={shown}
        columns={columns}
        rowKey={({ enrolmentId }) => enrolmentId}
        current={openId}
        onOpen={(row) => onOpen(row, shown)}
        empty={<Nothing>Nobody fits. Change the search, or show everyone.</Nothing>}
      />
      <p className={classes.hint}>
        Open a person to enter what they wrote. Ctrl+Enter saves and goes on to the next person.
      </p>
    </>
  );
}

function standingOf({ reflection }: ReflectionRow, today: string) {
  return reflection ? commitmentStanding(reflection, today) : null;
}

function fits(row: ReflectionRow, show: Show, today: string): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'returned':
      return row.reflection !== null;
    case 'missing':
      return row.reflection === null;
    case 'due':
      return standingOf(row, today) === 'due';
  }
}

function textOf({ name, credentials, email, reflection }: ReflectionRow): string {
  return fold(`${name} ${credentials} ${email} ${reflection?.change ?? ''} ${reflection?.commitment ?? ''}`);
}

function columnsFor(
  today: string,
  everyone: readonly ReflectionRow[],
  unsaved: ReadonlySet<number>,
): readonly Column<ReflectionRow>[] {
  return [
    personNameColumn(everyone, 'minmax(140px, 1fr)'),
    {
      id: 'written',
      header: 'Written',
      width: 136,
      sortValue: ({ reflection }) => reflection?.writtenOn ?? '',
      cell: ({ enrolmentId, reflection }) =>
        unsaved.has(enrolmentId) ? (
          <StatusBadge tone="warning">Not saved yet</StatusBadge>
        ) : reflection ? (
          formatShortDate(reflection.writtenOn)
        ) : (
          <span className={classes.soft}>Not returned</span>
        ),
    },
    {
      id: 'words',
      header: 'Commitment, or what will change',
      width: 'minmax(180px, 2.4fr)',
      hideBelow: 640,
      sortValue: ({ reflection }) => wordsOf(reflection),
      cell: ({ reflection }) => (
        <span className={classes.wraps} title={wordsOf(reflection)}>
          {wordsOf(reflection)}
        </span>
      ),
    },
    {
      id: 'followUp',
      header: 'Follow-up',
      width: 168,
      sortValue: ({ reflection }) => reflection?.followUpOn ?? '',
      cell: (row) => {
        const standing = standingOf(row, today);
        if (standing === null) return null;
        const { label, tone } = STANDINGS[standing];
        const date = row.reflection?.followUpOn;
        return (
          <StatusBadge tone={tone}>
            {standing === 'later' && date ? formatShortDate(date) : label}
          </StatusBadge>
        );
      },
    },
    {
      id: 'ratings',
      header: 'Ratings',
      width: 72,
      align: 'right',
      hideBelow: 900,
      sortValue: ({ reflection }) => reflection?.confidence.length ?? -1,
      cell: ({ reflection }) => reflection?.confidence.length ?? '',
    },
  ];
}

function wordsOf(reflection: ReflectionRow['reflection']): string {
  return reflection === null ? '' : reflection.commitment || reflection.change;
}
