import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ExchangeFate, ExchangeRehearsal, ExchangeRow } from '../../shared/contract/exchange.ts';
import { fold } from '../../shared/people/name.ts';
import { useRead } from '../api/index.ts';
import { writes } from './fates.ts';

const SEARCH_DELAY_MS = 150;
/** As long as a search may be. */
const LONGEST_SEARCH = 100;

/** Rows that fit a filter. */
export type FittingRows = {
  /** At most as many as are listed at once, those that need a look first. */
  readonly rows: readonly ExchangeRow[];
  /** How many fit, listed or not. */
  readonly total: number;
  /** Numbers of all that fit and would be written, listed or not. */
  readonly writing: readonly number[];
};

/** Narrows the rows of a file; the engine is asked where the window does not have all of them. */
export function useRows(
  rehearsal: ExchangeRehearsal,
  fate: ExchangeFate | null,
  text: string,
): FittingRows & { readonly looking: boolean } {
  const { rows, total, rehearsalId } = rehearsal;
  const narrowed = fate !== null || text.trim() !== '';
  const whole = rows.length === total || !narrowed;
  const [slow] = useDebouncedValue(text.slice(0, LONGEST_SEARCH), SEARCH_DELAY_MS);
  const asked = useRead(
    'exchange.rows',
    { rehearsalId, fate, text: slow },
    { enabled: !whole, keepPrevious: true },
  );
  const here = useMemo((): FittingRows => {
    const words = fold(text).split(' ').filter(Boolean);
    const fitting = rows.filter((row) => {
      if (fate !== null && row.fate !== fate) return false;
      const folded = fold(`${row.code} ${row.title} ${row.problems.join(' ')}`);
      return words.every((word) => folded.includes(word));
    });
    return {
      rows: fitting,
      total: narrowed ? fitting.length : total,
      writing: fitting.filter(writes).map(({ row }) => row),
    };
  }, [rows, total, narrowed, fate, text]);
  if (whole) return { ...here, looking: false };
  return asked.data && !asked.isPlaceholderData
    ? { ...asked.data, looking: text !== slow }
    : { ...here, looking: true };
}
