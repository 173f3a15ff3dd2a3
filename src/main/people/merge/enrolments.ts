import type { Selectable } from 'kysely';
import type { CreditType } from '../../../shared/contract/credit.ts';
import type { MergeActivity, MergeResult } from '../../../shared/contract/people-merge.ts';
import { hundredthsFromQuarters } from '../../../shared/credit/amounts.ts';
import { formatCredits, formatShortDate } from '../../../shared/format.ts';
import type { Side } from '../../../shared/people/merge.ts';
import type { ClaimsOfTwo } from '../../../shared/people/merged-claims.ts';
import { getType, otherClaims } from '../../credit/index.ts';
import type { Reader, Schema } from '../../database/index.ts';

/** A row of `enrolments`. */
export type EnrolmentRow = Selectable<Schema['enrolments']>;
/** A row of `reflections`. */
export type ReflectionRow = Selectable<Schema['reflections']>;

type Mark = { readonly session_id: number; readonly minutes: number; readonly method: 'grid' | 'import' };

/** One record's part in an activity, with all that hangs on it. */
export type Part = {
  readonly enrolment: EnrolmentRow;
  readonly marks: readonly Mark[];
  readonly reflection: ReflectionRow | null;
  /** Claims beside AMA PRA credit, in hundredths by type. */
  readonly claims: ReadonlyMap<number, number>;
  readonly certificates: readonly { readonly number: string; readonly inForce: boolean }[];
};

/** An activity in which the other record is enrolled, and the kept one perhaps too. */
export type SharedActivity = {
  readonly activityId: number;
  readonly title: string;
  readonly startsOn: string;
  readonly keep: Part | null;
  readonly other: Part;
};

/** Every activity of the record that goes into the other, the latest first. */
export function sharedActivities(read: Reader, keepId: number, otherId: number): readonly SharedActivity[] {
  const rows = read.rows<EnrolmentRow & { title: string; starts_on: string }>(
    `SELECT enrolments.*, title, starts_on FROM enrolments JOIN activities ON activities.id = activity_id
     WHERE person_id = ? ORDER BY starts_on DESC, enrolments.id DESC`,
    otherId,
  );
  return rows.map(({ title, starts_on, ...enrolment }) => {
    const [mine] = read.rows<EnrolmentRow>(
      'SELECT * FROM enrolments WHERE person_id = ? AND activity_id = ?',
      keepId,
      enrolment.activity_id,
    );
    return {
      activityId: enrolment.activity_id,
      title,
      startsOn: starts_on,
      keep: mine ? partOf(read, mine) : null,
      other: partOf(read, enrolment),
    };
  });
}

/**
 * Which of two enrolments in one activity goes on: one whose certificate is in force, else one with any certificate, else the
 * kept record's.
 */
export function stayingSide({ keep, other }: { readonly keep: Part; readonly other: Part }): Side {
  if (inForce(keep)) return 'keep';
  if (inForce(other)) return 'other';
  return keep.certificates.length === 0 && other.certificates.length > 0 ? 'other' : 'keep';
}

/** Whether a certificate of the enrolment is in force: its results are what the certificate rests on. */
export function inForce(part: Part): boolean {
  return part.certificates.some((certificate) => certificate.inForce);
}

/** What stands against making two enrolments one, in one sentence; null when nothing does. */
export function collision(activity: SharedActivity, keepName: string, otherName: string): string | null {
  const { keep, other, title } = activity;
  if (!keep) return null;
  const numbers = (part: Part): string => part.certificates.map(({ number }) => number).join(', ');
  if (inForce(keep) && inForce(other))
    return `Both have a certificate in force for “${title}”: ${numbers(keep)} and ${numbers(other)}. Revoke the one that was issued by mistake, then merge.`;
  if (stayingSide({ keep, other }) === 'other' && keep.certificates.length > 0)
    return `For “${title}” the certificate in force is that of ${otherName} (${numbers(other)}), and ${numbers(keep)} of ${keepName} is not in force. Keep the record of ${otherName} instead: swap the two.`;
  if (keep.reflection && other.reflection && unitedReflection(keep.reflection, other.reflection) === null)
    return `Both wrote about “${title}”, and together the texts are longer than one reflection may be. Shorten one of them first.`;
  return null;
}

/** Minutes by session when both were marked: the larger stay. */
export function unitedMarks(keep: readonly Mark[], other: readonly Mark[]): ReadonlyMap<number, Mark> {
  const marks = new Map(keep.map((mark) => [mark.session_id, mark]));
  for (const mark of other) {
    const mine = marks.get(mark.session_id);
    if (!mine || mark.minutes > mine.minutes) marks.set(mark.session_id, mark);
  }
  return marks;
}

const LONGEST_TEXT = 4_000;

/** Two reflections in one: texts after one another, the rest of the first where it says something. Null when too long. */
export function unitedReflection(first: ReflectionRow, second: ReflectionRow): ReflectionRow | null {
  const both = (one: string, other: string): string =>
    [one, other === one ? '' : other].filter((text) => text !== '').join('\n\n');
  const change = both(first.change, second.change);
  const commitment = both(first.commitment, second.commitment);
  if (change.length > LONGEST_TEXT || commitment.length > LONGEST_TEXT) return null;
  const open = first.outcome === 'open' && second.outcome !== 'open';
  return {
    ...first,
    change,
    commitment,
    follow_up_on: first.follow_up_on ?? second.follow_up_on,
    outcome: open ? second.outcome : first.outcome,
    followed_up_on: open ? second.followed_up_on : first.followed_up_on,
    confidence: first.confidence === '[]' ? second.confidence : first.confidence,
  };
}

/** Columns of the results, and how two that differ are settled unless chosen. */
const RESULTS: readonly {
  readonly result: MergeResult;
  readonly column: 'assessment_percent' | 'evaluation_returned_on' | 'claimed_quarters';
  readonly higher: boolean;
  readonly words: (value: number | string) => string;
}[] = [
  { result: 'assessment', column: 'assessment_percent', higher: true, words: (value) => `${value}%` },
  {
    result: 'evaluation',
    column: 'evaluation_returned_on',
    higher: false,
    words: (value) => formatShortDate(String(value)),
  },
  {
    result: 'claim',
    column: 'claimed_quarters',
    higher: true,
    words: (value) => `${formatCredits(Number(value))} credits`,
  },
];

/** Results of two enrolments in one, and what had to be chosen on the way. */
export function unitedResults(
  activity: { readonly keep: Part; readonly other: Part },
  chosen: (result: MergeResult) => Side | undefined,
): {
  readonly columns: Pick<EnrolmentRow, 'assessment_percent' | 'evaluation_returned_on' | 'claimed_quarters'>;
  readonly conflicts: MergeActivity['results'];
} {
  const { keep, other } = activity;
  const staying = stayingSide(activity);
  const fixed = inForce(staying === 'keep' ? keep : other);
  const conflicts: MergeActivity['results'] = [];
  const sides = new Map<MergeResult, Side>();
  for (const { result, column, higher, words } of RESULTS) {
    const [mine, theirs] = [keep.enrolment[column], other.enrolment[column]];
    if (mine === null || theirs === null || mine === theirs) {
      sides.set(result, mine === null ? 'other' : 'keep');
      continue;
    }
    const best = fixed ? staying : theirs > mine === higher ? 'other' : 'keep';
    sides.set(result, fixed ? best : (chosen(result) ?? best));
    conflicts.push({ result, keep: words(mine), other: words(theirs), choice: best, fixed });
  }
  const of = (result: MergeResult): EnrolmentRow => (sides.get(result) === 'other' ? other : keep).enrolment;
  return {
    columns: {
      assessment_percent: of('assessment').assessment_percent,
      evaluation_returned_on: of('evaluation').evaluation_returned_on,
      claimed_quarters: of('claim').claimed_quarters,
    },
    conflicts,
  };
}

/** The credits beside AMA PRA credit that one of the two has claimed, and what the credit is. */
export function claimsOfTwo(
  read: Reader,
  { keep, other }: { readonly keep: Part; readonly other: Part },
): readonly (ClaimsOfTwo & { readonly type: CreditType })[] {
  const ids = [...new Set([...keep.claims.keys(), ...other.claims.keys()])].toSorted((a, b) => a - b);
  return ids.map((typeId) => {
    const type = getType(read, typeId);
    return {
      type,
      typeId,
      keep: keep.claims.get(typeId) ?? null,
      other: other.claims.get(typeId) ?? null,
      followsAma: type.basis === 'claimed',
      stepHundredths: type.stepHundredths,
    };
  });
}

/** A claim of AMA PRA credit in hundredths. */
export function amaHundredths(row: Pick<EnrolmentRow, 'claimed_quarters'>): number | null {
  return row.claimed_quarters === null ? null : hundredthsFromQuarters(row.claimed_quarters);
}

/**
 * What the enrolment that goes on says of profession and credentials: its own, unless only the other has claims, which keep
 * those that they were made under. A certificate holds its enrolment's.
 */
export function unitedCredentials(
  staying: Part,
  going: Part,
): Pick<EnrolmentRow, 'profession' | 'credentials'> {
  const { profession, credentials } =
    !hasClaim(staying) && staying.certificates.length === 0 && hasClaim(going)
      ? going.enrolment
      : staying.enrolment;
  return { profession, credentials };
}

function hasClaim({ enrolment, claims }: Part): boolean {
  return enrolment.claimed_quarters !== null || claims.size > 0;
}

function partOf(read: Reader, enrolment: EnrolmentRow): Part {
  const certificates = read.rows<{ number: string; status: string }>(
    `SELECT number, status FROM certificates JOIN certificate_standing ON certificate_id = certificates.id
     WHERE certificates.enrolment_id = ? ORDER BY certificates.id`,
    enrolment.id,
  );
  return {
    enrolment,
    marks: read.rows<Mark>(
      'SELECT session_id, minutes, method FROM attendance WHERE enrolment_id = ?',
      enrolment.id,
    ),
    reflection:
      read.rows<ReflectionRow>('SELECT * FROM reflections WHERE enrolment_id = ?', enrolment.id)[0] ?? null,
    claims: otherClaims(read, enrolment.id),
    certificates: certificates.map(({ number, status }) => ({ number, inForce: status === 'issued' })),
  };
}
