import { addDays } from '../activities/schedule.ts';
import type { ReflectionContent } from '../contract/reflections.ts';
import { formatShortDate } from '../format.ts';

/** A commitment is asked about this many days after the activity, unless another day is chosen. */
export const FOLLOW_UP_AFTER_DAYS = 90;

/**
 * The day of follow-up that is offered for a commitment: counted from the last day of the activity, or from the day on which
 * the reflection was written when that day would be over by then. Dates are `YYYY-MM-DD`.
 */
export function offeredFollowUp(activityEndsOn: string, writtenOn: string): string {
  const day = addDays(activityEndsOn, FOLLOW_UP_AFTER_DAYS);
  return writtenOn === '' || day > writtenOn ? day : addDays(writtenOn, FOLLOW_UP_AFTER_DAYS);
}

/** Most characters of each text. */
export const MOST_CHARACTERS = 4_000;

/** What a reflection is checked against. Dates are `YYYY-MM-DD`; today is the date in the activity's time zone. */
export type ReflectionFrame = {
  /** First day of the activity. */
  readonly startsOn: string;
  readonly today: string;
  /** Codes of all competencies. */
  readonly competencies: ReadonlySet<string>;
};

/** One thing that keeps a reflection from being recorded, and the field that it is about. */
export type ReflectionProblem = {
  readonly field:
    | 'writtenOn'
    | 'change'
    | 'commitment'
    | 'followUpOn'
    | 'outcome'
    | 'followedUpOn'
    | 'confidence';
  readonly message: string;
};

/** Everything that keeps a reflection from being recorded, in the order of the form; empty when nothing does. */
export function reflectionProblems(
  content: ReflectionContent,
  frame: ReflectionFrame,
): readonly ReflectionProblem[] {
  return [
    ...saysSomething(content),
    ...written(content, frame),
    ...lengths(content),
    ...followUp(content),
    ...outcome(content, frame),
    ...ratings(content, frame),
  ];
}

function saysSomething(content: ReflectionContent): readonly ReflectionProblem[] {
  const { change, commitment, confidence, followUpOn, outcome: kept } = content;
  if (change.trim() !== '' || commitment.trim() !== '' || confidence.length > 0) return [];
  // A follow-up without a commitment is refused for what it lacks.
  if (followUpOn !== null || kept !== 'open') return [];
  return [
    {
      field: 'change',
      message:
        'Nothing is entered yet. Write what will change, a commitment, or rate at least one competency.',
    },
  ];
}

function written(
  { writtenOn }: ReflectionContent,
  { startsOn, today }: ReflectionFrame,
): readonly ReflectionProblem[] {
  const field = 'writtenOn';
  if (writtenOn > today)
    return [
      {
        field,
        message: `${formatShortDate(writtenOn)} is still to come. Enter the day on which the reflection was written.`,
      },
    ];
  if (writtenOn < startsOn)
    return [
      {
        field,
        message: `${formatShortDate(writtenOn)} is before the activity began. Enter ${formatShortDate(startsOn)} or a later day.`,
      },
    ];
  return [];
}

function lengths(content: ReflectionContent): readonly ReflectionProblem[] {
  return (['change', 'commitment'] as const)
    .filter((field) => content[field].length > MOST_CHARACTERS)
    .map((field) => ({
      field,
      message: `This text has ${content[field].length.toLocaleString('en-US')} characters; ${MOST_CHARACTERS.toLocaleString('en-US')} are kept. Shorten it.`,
    }));
}

function followUp({ writtenOn, commitment, followUpOn }: ReflectionContent): readonly ReflectionProblem[] {
  const field = 'followUpOn';
  if (followUpOn === null) return [];
  if (commitment.trim() === '')
    return [
      {
        field,
        message:
          'There is no commitment to follow up. Enter the commitment, or leave the follow-up date empty.',
      },
    ];
  if (followUpOn > writtenOn) return [];
  return [
    {
      field,
      message: `The follow-up comes after the reflection: enter a day after ${formatShortDate(writtenOn)}.`,
    },
  ];
}

function outcome(
  { writtenOn, commitment, outcome: kept, followedUpOn }: ReflectionContent,
  { today }: ReflectionFrame,
): readonly ReflectionProblem[] {
  if (kept === 'open')
    return followedUpOn === null
      ? []
      : [
          {
            field: 'outcome',
            message: 'A day of follow-up needs its outcome. Say whether the commitment was kept.',
          },
        ];
  const problems: ReflectionProblem[] = [];
  if (commitment.trim() === '')
    problems.push({
      field: 'outcome',
      message: 'An outcome needs a commitment. Enter the commitment, or set the outcome back to open.',
    });
  if (followedUpOn === null)
    problems.push({
      field: 'followedUpOn',
      message: 'An outcome needs its date. Enter the day on which it was followed up.',
    });
  else if (followedUpOn > today)
    problems.push({
      field: 'followedUpOn',
      message: `${formatShortDate(followedUpOn)} is still to come. Enter the day on which it was followed up.`,
    });
  else if (followedUpOn < writtenOn)
    problems.push({
      field: 'followedUpOn',
      message: `The commitment was made on ${formatShortDate(writtenOn)}: enter that day or a later one.`,
    });
  return problems;
}

function ratings(
  { confidence }: ReflectionContent,
  { competencies }: ReflectionFrame,
): readonly ReflectionProblem[] {
  const field = 'confidence';
  const unknown = confidence.map(({ code }) => code).filter((code) => !competencies.has(code));
  if (unknown.length > 0)
    return [
      {
        field,
        message: `“${unknown[0]}” is not a competency of this office. Choose one from the list.`,
      },
    ];
  const twice = confidence.find(({ code }, index) =>
    confidence.slice(0, index).some((other) => other.code === code),
  );
  return twice ? [{ field, message: `${twice.code} is rated twice. Keep one of the two.` }] : [];
}
