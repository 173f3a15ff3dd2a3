import { useLocation } from 'wouter';
import type { Output } from '../../shared/contract/index.ts';
import { formatCount, sentenceCase } from '../../shared/format.ts';
import { type Column, DataTable, Moment, StatusBadge } from '../components/index.ts';
import { balanceOf } from './balance.ts';
import classes from './Imports.module.css';

/** One applied import as the list has it. */
export type ImportEntry = Output<'imports.list'>[number];

/** Applied imports, newest first; each opens with every row's fate. */
export function ImportTable({
  imports,
  ofActivity,
}: {
  readonly imports: readonly ImportEntry[];
  readonly ofActivity: boolean;
}) {
  const [, navigate] = useLocation();
  return (
    <DataTable
      label="Earlier imports"
      rows={imports}
      columns={ofActivity ? columns.filter(({ id }) => id !== 'activity') : columns}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(`/people/imports/${id}`)}
    />
  );
}

const part = (entry: ImportEntry, ...fates: readonly string[]): number =>
  fates.reduce((sum, fate) => sum + (entry.counts[fate] ?? 0), 0);

const columns: readonly Column<ImportEntry>[] = [
  {
    id: 'file',
    header: 'File',
    width: 'minmax(200px, 1.4fr)',
    sortValue: ({ fileName }) => fileName,
    cell: ({ fileName, kind }) => (
      <div className={classes.twoLines}>
        <span className={classes.strong}>{fileName}</span>
        <span className={classes.soft}>{sentenceCase(kind)}</span>
      </div>
    ),
  },
  {
    id: 'when',
    header: 'Imported',
    width: 176,
    sortValue: ({ appliedAt }) => appliedAt,
    cell: ({ appliedAt }) => <Moment at={appliedAt} />,
  },
  {
    id: 'activity',
    header: 'For',
    hideBelow: 860,
    sortValue: ({ activityTitle }) => activityTitle ?? '',
    cell: ({ activityTitle }) => activityTitle ?? <span className={classes.soft}>The office</span>,
  },
  {
    id: 'rows',
    header: 'Rows in',
    width: 80,
    align: 'right',
    sortValue: (entry) => part(entry, 'new', 'known', 'changes'),
    cell: (entry) => formatCount(part(entry, 'new', 'known', 'changes')),
  },
  {
    id: 'open',
    header: 'Held or failed',
    width: 104,
    align: 'right',
    sortValue: (entry) => part(entry, 'held', 'error'),
    cell: (entry) => formatCount(part(entry, 'held', 'error')),
  },
  {
    id: 'of',
    header: 'Of',
    width: 64,
    align: 'right',
    hideBelow: 760,
    cell: ({ counts }) => formatCount(balanceOf(counts, 'any').total),
  },
  {
    id: 'standing',
    header: 'Standing',
    width: 132,
    sortValue: ({ undone }) => (undone ? 1 : 0),
    cell: ({ undone }) => <Standing undone={undone} />,
  },
];

/** Whether an import still counts. */
export function Standing({ undone }: { readonly undone: boolean }) {
  return undone ? (
    <StatusBadge tone="neutral">Undone</StatusBadge>
  ) : (
    <StatusBadge tone="good">In the office</StatusBadge>
  );
}
