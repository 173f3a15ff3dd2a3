import type { ShownLevel } from '../../shared/contract/learners.ts';
import type { ImportField } from '../../shared/contract/people.ts';
import type { ReflectionContent } from '../../shared/contract/reflections.ts';
import { RoundsError } from '../../shared/errors.ts';
import { type DateOrder, wallClockMinutes, wallClockText } from '../../shared/imports/joins.ts';
import { ratingOf } from '../../shared/imports/reflection-fields.ts';
import { fold } from '../../shared/people/name.ts';
import type { ReflectionAnswers } from '../../shared/reflections/merge.ts';
import { MOST_CHARACTERS, type ReflectionFrame } from '../../shared/reflections/rules.ts';
import { readRating, SCALE_IN_WORDS } from '../../shared/reflections/scale.ts';
import { unguarded } from '../../shared/reflections/table.ts';
import type { DataRow, LaidOut } from './layout.ts';
import { textOf } from './report-rows.ts';

/** Fields that hold dates. */
export const DATE_FIELDS = [
  'writtenOn',
  'followUpOn',
  'followedUpOn',
] as const satisfies readonly ImportField[];

/** What a row answers. */
export type Answered = {
  readonly ok: true;
  readonly empty: boolean;
  readonly answers: ReflectionAnswers;
};

const OUTCOMES: readonly (readonly [ReflectionContent['outcome'], RegExp])[] = [
  ['kept', /^(kept|yes|y|done|fully|ja|oui|si)$/],
  ['partly', /^(partly|partially|in part|part|some)$/],
  ['not kept', /^(not kept|no|n|not done|nein|non)$/],
  ['open', /^(open|pending|not yet)$/],
];

/**
 * Ratings of a whole file are on one scale: a single number beyond it means that nobody knows what the others stand for.
 * @throws RoundsError `imports/other-scale`
 */
export function requireScale({ columns, data }: LaidOut): void {
  const rated = columns.filter(({ field }) => ratingOf(field) !== null);
  for (const row of data)
    for (const { field, header } of rated) {
      const text = textOf(row, field);
      if (readRating(text).kind !== 'other scale') continue;
      throw new RoundsError(
        'imports/other-scale',
        `Row ${row.row} has ${text.slice(0, 20)} in “${header.slice(0, 60)}”. Confidence is rated ${SCALE_IN_WORDS}; ratings on another scale, such as 1 to 5, cannot be turned into these without guessing. Correct the ratings in the file, or set their columns to “Not used” to import the rest.`,
        { column: field },
      );
    }
}

/** Reads the answers of a row, or says what of them cannot be read. */
export function readAnswers(
  data: DataRow,
  order: DateOrder,
  { competencies }: ReflectionFrame,
): Answered | { readonly ok: false; readonly reason: string } {
  const dates = new Map<ImportField, string>();
  for (const field of DATE_FIELDS) {
    const text = textOf(data, field);
    if (text === '') continue;
    const minutes = wallClockMinutes(text, order);
    const date = minutes === null ? null : wallClockText(minutes).slice(0, 10);
    if (date === null || date < '1900-01-01' || date >= '2200-01-01')
      return { ok: false, reason: `“${text.slice(0, 40)}” is no date. Write it as 2026-11-24.` };
    dates.set(field, date);
  }
  for (const field of ['change', 'commitment'] as const)
    if (textOf(data, field).length > MOST_CHARACTERS)
      return {
        ok: false,
        reason: `The ${field === 'change' ? 'text on what will change' : 'commitment'} is longer than ${MOST_CHARACTERS.toLocaleString('en-US')} characters. Shorten it in the file.`,
      };
  const outcomeText = textOf(data, 'outcome');
  const outcome =
    outcomeText === '' ? null : OUTCOMES.find(([, pattern]) => pattern.test(fold(outcomeText)))?.[0];
  if (outcome === undefined)
    return {
      ok: false,
      reason: `“${outcomeText.slice(0, 40)}” is no outcome. Write kept, partly, not kept or open.`,
    };
  const ratings = readRatings(data, competencies);
  if (!ratings.ok) return ratings;
  const text = (field: 'change' | 'commitment'): string | null => proseOf(textOf(data, field)) || null;
  const answers: ReflectionAnswers = {
    writtenOn: dates.get('writtenOn') ?? null,
    change: text('change'),
    commitment: text('commitment'),
    followUpOn: dates.get('followUpOn') ?? null,
    outcome,
    followedUpOn: dates.get('followedUpOn') ?? null,
    ratings: ratings.ratings,
  };
  return {
    ok: true,
    empty:
      answers.change === null &&
      answers.commitment === null &&
      outcome === null &&
      answers.ratings.size === 0,
    answers,
  };
}

function readRatings(
  data: DataRow,
  competencies: ReadonlySet<string>,
):
  | { readonly ok: true; readonly ratings: ReflectionAnswers['ratings'] }
  | { readonly ok: false; readonly reason: string } {
  const ratings = new Map<string, { before: ShownLevel | null; after: ShownLevel | null }>();
  for (const [field, text] of data.fields) {
    const column = ratingOf(field);
    if (!column) continue;
    const { side, code } = column;
    const rating = readRating(text);
    if (rating.kind === 'empty') continue;
    if (!competencies.has(code))
      return {
        ok: false,
        reason: `“${code}” is not a competency of this office. Choose another field for its column.`,
      };
    if (rating.kind !== 'level')
      return {
        ok: false,
        reason: `“${text.slice(0, 40)}” for ${code} ${side} is no rating. Write ${SCALE_IN_WORDS}.`,
      };
    ratings.set(code, { before: null, after: null, ...ratings.get(code), [side]: rating.level });
  }
  return { ok: true, ratings };
}

/** Text as it is kept: plain line ends, nothing that does not print, no guard against formulas. */
function proseOf(text: string): string {
  return unguarded(text.replace(/\r\n?/g, '\n'))
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
}
