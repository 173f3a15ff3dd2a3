import type { ImportField, RehearsedRow } from '../../shared/contract/people.ts';
import type { ReflectionContent } from '../../shared/contract/reflections.ts';
import { RoundsError } from '../../shared/errors.ts';
import { type DateOrder, dateOrder } from '../../shared/imports/joins.ts';
import { emailKey } from '../../shared/people/name.ts';
import { mergeAnswers, type ReflectionAnswers } from '../../shared/reflections/merge.ts';
import { type ReflectionFrame, reflectionProblems } from '../../shared/reflections/rules.ts';
import { inFewWords } from '../../shared/reflections/table.ts';
import { requireActivity } from '../activities/index.ts';
import type { Reader } from '../database/index.ts';
import { recordedReflections, reflectionFrame } from '../reflections/index.ts';
import type { LaidOut } from './layout.ts';
import { personFromRow } from './person-row.ts';
import type { PlannedRow, ReflectionAct, ReflectionsPlan } from './plan.ts';
import { type Answered, DATE_FIELDS, readAnswers, requireScale } from './reflection-rows.ts';
import { anyNotEnrolled, candidate, type Enrolled, Roll } from './report-people.ts';
import { textOf } from './report-rows.ts';
import { blank } from './roster.ts';

type Planned = PlannedRow<ReflectionAct | null>;

/** What judging a row works with. */
type Form = {
  readonly roll: Roll;
  readonly recorded: ReadonlyMap<number, ReflectionContent>;
  readonly frame: ReflectionFrame;
  readonly order: DateOrder;
  /** The day of a reflection whose form has no date: the activity's last, or today while it still runs. */
  readonly writtenOn: string;
  /** Rows so far by enrolment. */
  readonly seen: Map<number, { readonly row: number; readonly answers: string }>;
};

/**
 * Says for each row of a reflection form whose it is and what would be recorded. `now` is a UTC instant.
 * @throws RoundsError `imports/column-missing`, `imports/other-scale`
 */
export function rehearseReflections(
  read: Reader,
  laidOut: LaidOut,
  activityId: number,
  now: string,
): ReflectionsPlan {
  const activity = requireActivity(read, activityId);
  const frame = reflectionFrame(read, activityId, now);
  requireColumns(laidOut);
  requireScale(laidOut);
  const dates = laidOut.data.flatMap((data) => DATE_FIELDS.map((field) => textOf(data, field)));
  const form: Form = {
    roll: new Roll(read, activityId),
    recorded: recordedReflections(read, activityId),
    frame,
    order: dateOrder(dates),
    writtenOn: activity.ends_on < frame.today ? activity.ends_on : frame.today,
    seen: new Map(),
  };
  return {
    kind: 'reflections',
    activityId,
    frame,
    writtenOn: form.writtenOn,
    rows: laidOut.data.map((data) => judge(form, data)),
  };
}

function requireColumns(laidOut: LaidOut): void {
  const fields = new Set<ImportField>(laidOut.columns.map(({ field }) => field));
  const has = (...wanted: readonly ImportField[]): boolean => wanted.some((field) => fields.has(field));
  if (!has('fullName', 'familyName', 'email'))
    throw new RoundsError(
      'imports/column-missing',
      'The file has neither names nor e-mail addresses. Choose which column holds them.',
      { column: 'fullName' },
    );
  const answers =
    has('change', 'commitment', 'outcome') ||
    [...fields].some((field) => field.startsWith('before:') || field.startsWith('after:'));
  if (!answers)
    throw new RoundsError(
      'imports/column-missing',
      'No column with answers was found, such as “What will you change”, “Commitment” or “F1 before”. Choose which columns hold them.',
      { column: 'change' },
    );
}

function judge(form: Form, data: LaidOut['data'][number]): Planned {
  const name =
    textOf(data, 'fullName') || `${textOf(data, 'givenName')} ${textOf(data, 'familyName')}`.trim();
  const email = textOf(data, 'email').toLowerCase();
  const shown = { ...blank(data.row), name: name.slice(0, 200), email: email.slice(0, 254) };
  const settled = (fate: RehearsedRow['fate'], reason: string, personId: number | null = null): Planned => ({
    shown: { ...shown, fate, reason, personId },
    act: null,
  });
  if (name === '' && email === '')
    return settled('error', 'The row has neither a name nor an e-mail address.');
  const read = readAnswers(data, form.order, form.frame);
  if (!read.ok) return settled('error', read.reason);
  if (read.empty) return settled('ignored', 'The form was not filled in.');
  const who = form.roll.match({ name, email });
  const [person] = who;
  if (!person || who.length > 1) return hold(form, shown, who, data, read);
  const twin = form.seen.get(person.enrolmentId);
  const written = asText(read.answers);
  if (twin)
    return twin.answers === written
      ? settled('duplicate', `The same answers as in row ${twin.row}.`, person.personId)
      : settled(
          'error',
          `Row ${twin.row} has other answers of the same person. Keep one of the two rows in the file.`,
          person.personId,
        );
  form.seen.set(person.enrolmentId, { row: data.row, answers: written });
  return judgeKnown(form, shown, person, email, read);
}

function judgeKnown(
  form: Form,
  shown: RehearsedRow,
  person: Enrolled,
  email: string,
  read: Answered,
): Planned {
  const before = form.recorded.get(person.enrolmentId) ?? null;
  const { content, changes, added, notes } = mergeAnswers(before, read.answers, form.writtenOn);
  const base = { ...shown, personId: person.personId };
  const [problem] = reflectionProblems(content, form.frame);
  if (problem) return { shown: { ...base, fate: 'error', reason: problem.message }, act: null };
  const reason = [
    ...(emailKey(person.email) === emailKey(email) ? [] : ['Found by name.']),
    ...changes,
    ...(before !== null && added.length > 0 ? [`Adds ${added.join(', ')}.`] : []),
    ...notes,
  ].join(' ');
  const nothingNew = before !== null && changes.length === 0 && added.length === 0;
  const fate = before === null ? 'new' : nothingNew ? 'same' : 'changes';
  return {
    shown: { ...base, fate, reason, detail: inFewWords(content) },
    act: nothingNew ? null : { enrolmentId: person.enrolmentId, answers: read.answers, content: null },
  };
}

/** Nobody enrolled, or more than one: the row waits for a decision. */
function hold(
  form: Form,
  shown: RehearsedRow,
  who: readonly Enrolled[],
  data: LaidOut['data'][number],
  read: Answered,
): Planned {
  const merged = mergeAnswers(null, read.answers, form.writtenOn);
  const [problem] = reflectionProblems(merged.content, form.frame);
  if (problem) return { shown: { ...shown, fate: 'error', reason: problem.message }, act: null };
  const candidates = who.length > 1 ? who.map(candidate) : form.roll.candidates(shown);
  const reason =
    who.length > 1
      ? 'More than one person enrolled has this name.'
      : anyNotEnrolled(candidates)
        ? 'Known to the office but not enrolled in this activity.'
        : 'Nobody enrolled has this name or e-mail address.';
  // A row by e-mail address alone names somebody known; a new person needs a name.
  const person = personFromRow(data);
  return {
    shown: {
      ...shown,
      fate: 'held',
      reason: [reason, ...merged.notes].join(' '),
      detail: inFewWords(merged.content),
      candidates,
    },
    act: { enrolmentId: null, answers: read.answers, content: person.ok ? person.content : null },
  };
}

function asText(answers: ReflectionAnswers): string {
  return JSON.stringify({ ...answers, ratings: [...answers.ratings] });
}
