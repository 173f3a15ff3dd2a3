import { Checkbox } from '@mantine/core';
import type { ExchangeRow } from '../../shared/contract/exchange.ts';
import { counted } from '../../shared/format.ts';
import { type Column, StatusBadge } from '../components/index.ts';
import classes from './Exchange.module.css';
import { FATES, fateLabel, fateTone, writes } from './fates.ts';

/** Columns of the rehearsal: whether it comes in, where in the file, what becomes of it, what it is, why. */
export function rowColumns(
  leftOut: ReadonlySet<number>,
  onLeave: (rows: readonly number[], out: boolean) => void,
): readonly Column<ExchangeRow>[] {
  return [
    {
      id: 'in',
      header: 'In',
      width: 44,
      cell: (row) =>
        writes(row) ? (
          <Checkbox
            size="xs"
            aria-label={`Import ${nameOf(row)}`}
            checked={!leftOut.has(row.row)}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => onLeave([row.row], !event.currentTarget.checked)}
          />
        ) : null,
    },
    {
      id: 'row',
      header: 'Row',
      width: 68,
      align: 'right',
      sortValue: ({ row }) => row,
      cell: ({ row }) => row,
    },
    {
      id: 'fate',
      header: 'Becomes',
      width: 164,
      sortValue: ({ fate }) => FATES.indexOf(fate),
      cell: (row) =>
        leftOut.has(row.row) ? (
          <StatusBadge tone="neutral">Left out</StatusBadge>
        ) : (
          <StatusBadge tone={fateTone(row.fate)}>{fateLabel(row.fate)}</StatusBadge>
        ),
    },
    {
      id: 'title',
      header: 'Module or curriculum',
      width: 'minmax(144px, 1.4fr)',
      sortValue: nameOf,
      cell: ({ what, code, title }) => (
        <div className={classes.twoLines}>
          <span className={classes.strong} title={title}>
            {title || 'No title'}
          </span>
          <span className={classes.small}>{what === 'module' ? code || 'No code' : 'Curriculum'}</span>
        </div>
      ),
    },
    {
      id: 'why',
      header: 'Why',
      width: 'minmax(152px, 2fr)',
      cell: (row) => (
        <span className={classes.reason} title={whyOf(row)}>
          {whyOf(row)}
        </span>
      ),
    },
  ];
}

/** How a row is called in a sentence. */
export function nameOf({ code, title, row }: ExchangeRow): string {
  return code || title || `row ${row}`;
}

function whyOf({ problems, changes, drafts, fate }: ExchangeRow): string {
  const [problem, ...others] = problems;
  if (problem !== undefined)
    return others.length === 0
      ? problem
      : `${problem} And ${counted(others.length, 'more problem', 'more problems')}.`;
  const [change] = changes;
  if (fate === 'new') return change ? `Becomes “${change.to}”: that title is taken.` : '';
  const fields = changes.map(({ field }) => field).join(', ');
  return drafts.length === 0
    ? fields
    : `${fields}. Used in ${drafts.map((title) => `“${title}”`).join(', ')}.`;
}
