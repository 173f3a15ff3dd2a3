import { Checkbox } from '@mantine/core';
import type { ExchangeRow } from '../../shared/contract/exchange.ts';
import { type Column, TwoLines } from '../components/index.ts';
import { FateBadge } from './FateBadge.tsx';
import { canBeCopied, FATES, writes } from './fates.ts';
import { Reasons } from './Reasons.tsx';
import type { ExchangeState } from './use-exchange.ts';

/** Columns of the rehearsal: whether it comes in, where in the file, what becomes of it, what it is, why. */
export function rowColumns({
  leftOut,
  copies,
  leave,
  copy,
}: Pick<ExchangeState, 'leftOut' | 'copies' | 'leave' | 'copy'>): readonly Column<ExchangeRow>[] {
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
            onChange={(event) => leave([row.row], !event.currentTarget.checked)}
          />
        ) : canBeCopied(row) ? (
          <Checkbox
            size="xs"
            aria-label={`Bring in ${nameOf(row)} as a copy`}
            checked={copies.has(row.row)}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => copy([row.row], event.currentTarget.checked)}
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
      cell: (row) => <FateBadge row={row} out={leftOut.has(row.row)} copied={copies.has(row.row)} />,
    },
    {
      id: 'title',
      header: 'Module or curriculum',
      width: 'minmax(144px, 1fr)',
      sortValue: nameOf,
      cell: ({ what, code, title }) => (
        <TwoLines
          strong
          first={title || 'No title'}
          second={what === 'module' ? code || 'No code' : 'Curriculum'}
          title={title}
        />
      ),
    },
    {
      id: 'why',
      header: 'Why',
      width: 'minmax(152px, 2fr)',
      cell: (row) => <Reasons row={row} copied={copies.has(row.row)} />,
    },
  ];
}

/** How a row is called in a sentence. */
export function nameOf({ code, title, row }: ExchangeRow): string {
  return code || title || `row ${row}`;
}
