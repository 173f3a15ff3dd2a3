import type { ExchangeRow } from '../../shared/contract/exchange.ts';
import { StatusBadge } from '../components/index.ts';
import { fateLabel, fateTone } from './fates.ts';

/** What becomes of a row, with what was decided about it. */
export function FateBadge({
  row,
  out,
  copied,
}: {
  readonly row: ExchangeRow;
  readonly out: boolean;
  readonly copied: boolean;
}) {
  if (out) return <StatusBadge tone="neutral">Left out</StatusBadge>;
  if (copied) return <StatusBadge tone="good">Comes as a copy</StatusBadge>;
  return <StatusBadge tone={fateTone(row.fate)}>{fateLabel(row.fate)}</StatusBadge>;
}
