import { ShownLevel } from '../../shared/contract/learners.ts';
import type { ReflectionContent } from '../../shared/contract/reflections.ts';
import {
  type ReflectionFrame,
  type ReflectionProblem,
  reflectionProblems,
} from '../../shared/reflections/rules.ts';

/** One competency's ratings as the fields have them; empty while nothing is chosen. */
export type RatingValues = { readonly before: string; readonly after: string };

/** A reflection as it is typed. Dates are empty while they are open. */
export type ReflectionValues = {
  readonly writtenOn: string;
  readonly change: string;
  readonly commitment: string;
  readonly followUpOn: string;
  readonly outcome: ReflectionContent['outcome'];
  readonly followedUpOn: string;
  /** By competency code; codes that were added by hand are here before they are rated. */
  readonly ratings: Readonly<Record<string, RatingValues>>;
};

/** What the fields show of a recorded reflection, or of none. */
export function valuesOf(recorded: ReflectionContent | null, writtenOn: string): ReflectionValues {
  return {
    writtenOn: recorded?.writtenOn ?? writtenOn,
    change: recorded?.change ?? '',
    commitment: recorded?.commitment ?? '',
    followUpOn: recorded?.followUpOn ?? '',
    outcome: recorded?.outcome ?? 'open',
    followedUpOn: recorded?.followedUpOn ?? '',
    ratings: Object.fromEntries(
      (recorded?.confidence ?? []).map(({ code, before, after }) => [
        code,
        { before: String(before), after: String(after) },
      ]),
    ),
  };
}

/** What the fields come to, in the order of the competencies given. */
export function contentOf(values: ReflectionValues, order: readonly string[]): ReflectionContent {
  const place = new Map(order.map((code, index) => [code, index]));
  const confidence = Object.entries(values.ratings)
    .toSorted(([a], [b]) => (place.get(a) ?? order.length) - (place.get(b) ?? order.length))
    .flatMap(([code, rating]) => {
      const before = levelOf(rating.before);
      const after = levelOf(rating.after);
      return before === null || after === null ? [] : [{ code, before, after }];
    });
  return {
    writtenOn: values.writtenOn,
    // As it is recorded: what is around a text is no part of it.
    change: values.change.trim(),
    commitment: values.commitment.trim(),
    followUpOn: values.followUpOn === '' ? null : values.followUpOn,
    outcome: values.outcome,
    followedUpOn: values.followedUpOn === '' ? null : values.followedUpOn,
    confidence,
  };
}

/**
 * The fields with another commitment. The first words of a new one bring the day of follow-up that is offered along, and
 * without words it goes again, unless somebody chose another.
 */
export function withCommitment(
  values: ReflectionValues,
  commitment: string,
  offeredDay: string,
): ReflectionValues {
  const [had, has] = [values.commitment.trim() !== '', commitment.trim() !== ''];
  const { followUpOn, outcome } = values;
  if (!had && has && followUpOn === '' && outcome === 'open')
    return { ...values, commitment, followUpOn: offeredDay };
  if (had && !has && followUpOn === offeredDay && outcome === 'open')
    return { ...values, commitment, followUpOn: '' };
  return { ...values, commitment };
}

/** Whether there is a commitment that nobody is reminded to ask about. */
export function lacksFollowUp({ commitment, followUpOn, outcome }: ReflectionValues): boolean {
  return commitment.trim() !== '' && followUpOn === '' && outcome === 'open';
}

/** Everything that keeps the fields from being recorded, in the order of the form. */
export function formProblems(
  values: ReflectionValues,
  frame: ReflectionFrame,
  order: readonly string[],
): readonly ReflectionProblem[] {
  if (values.writtenOn === '')
    return [{ field: 'writtenOn', message: 'Enter the day on which the reflection was written.' }];
  const halves = Object.entries(values.ratings).filter(
    ([, { before, after }]) => (before === '') !== (after === ''),
  );
  const found = reflectionProblems(contentOf(values, order), frame);
  if (halves.length === 0) return found;
  const codes = halves.map(([code]) => code).join(', ');
  return [
    ...found.filter(({ field }) => field !== 'change' || values.change !== ''),
    {
      field: 'confidence',
      message: `${codes} ${halves.length === 1 ? 'has' : 'have'} one rating of two. Choose the other one, or clear it.`,
    },
  ];
}

/** Whether two sets of fields come to the same. */
export function sameValues(a: ReflectionValues, b: ReflectionValues): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b));
}

function comparable(values: ReflectionValues): unknown {
  const ratings = Object.entries(values.ratings)
    .filter(([, { before, after }]) => before !== '' || after !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...values, ratings };
}

function levelOf(text: string): ShownLevel | null {
  return text === '' ? null : (ShownLevel.safeParse(Number(text)).data ?? null);
}
