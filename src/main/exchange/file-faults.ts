import { RoundsError } from '../../shared/errors.ts';
import { MOST_ROWS } from '../../shared/exchange/format.ts';
import { formatCount } from '../../shared/format.ts';

/** A file that cannot be used, and why. */
export function unreadable(fileName: string, words: string): RoundsError {
  return new RoundsError('exchange/unreadable', `“${fileName}” ${words}`);
}

/** A file that is larger than any exchange file. */
export function tooLarge(fileName: string, why: string): RoundsError {
  return new RoundsError(
    'exchange/too-large',
    `“${fileName}” is too large: ${why}. Split it and import the parts.`,
  );
}

/** A file with more rows than any exchange file. */
export function tooManyRows(fileName: string): RoundsError {
  return tooLarge(fileName, `it holds more than ${formatCount(MOST_ROWS)} modules and curricula`);
}
