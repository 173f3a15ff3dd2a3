import type { CompletionRow } from '../../shared/contract/activities.ts';
import type { CreditClaim, CreditType } from '../../shared/contract/credit.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { formatUnits, hundredthsFromQuarters } from '../../shared/credit/amounts.ts';
import { creditEarned, mayHave, ruleOf } from '../../shared/credit/credit-rule.ts';
import { claimProblem, unfitProblem } from '../../shared/credit/credit-words.ts';
import { missingOfActivity } from '../../shared/credit/missing.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { listCompletion, listSessions, minutesByEnrolment, requireActivity } from '../activities/index.ts';
import { versionElectives } from '../curricula/index.ts';
import type { Reader, Writer } from '../database/index.ts';
import { officeRounding } from '../office/index.ts';
import { excludedSessions, requireCredit, requireSteps } from './activity-credits.ts';
import { getType } from './types.ts';

/** What one type gives at one activity. */
type Offer = {
  readonly maximumHundredths: number;
  readonly excluded: ReadonlySet<number>;
};

/**
 * Everyone enrolled, in the order of their names: earned, claimed and why not, for one type. AMA PRA credit is answered here
 * like every other type.
 * @throws RoundsError `activities/not-found`, `credit/type-not-found`, `credit/not-designated`
 */
export function listClaims(
  read: Reader,
  activityId: number,
  typeId: number,
): { readonly maximumHundredths: number; readonly rows: readonly CreditClaim[] } {
  const type = getType(read, typeId);
  const { learning_format } = requireActivity(read, activityId);
  const rule = ruleOf(type, officeRounding(read), learning_format);
  const offer = offerOf(read, activityId, type);
  const electives = versionElectives(read, requireActivity(read, activityId).version_id);
  const sessions = listSessions(read, activityId);
  const minutes = minutesByEnrolment(read, activityId);
  const claimed = type.ama ? null : claimsOf(read, activityId, typeId);
  const rows = listCompletion(read, activityId).map((row) => {
    const ama = amaClaim(row);
    const earned = creditEarned(
      rule,
      { sessions, electives, ...offer },
      {
        profession: row.profession,
        minutes: minutes.get(row.enrolmentId) ?? new Map(),
        evaluationReturnedOn: row.evaluationReturnedOn,
        claimedAmaHundredths: ama,
        // A certificate waits for completion, so an AMA PRA claim need not; nothing stands behind a claim of other credit.
        incomplete: type.ama ? null : incompleteOf(row),
      },
    );
    const own = claimed === null ? ama : (claimed.get(row.enrolmentId) ?? null);
    const eligible = mayHave(rule, row.profession);
    return {
      enrolmentId: row.enrolmentId,
      personId: row.personId,
      name: row.name,
      credentials: row.credentials,
      profession: row.profession,
      eligible,
      earnedHundredths: earned.earnedHundredths,
      claimedHundredths: own,
      problem: eligible
        ? (claimProblem(rule, own, earned.earnedHundredths) ?? earned.whyNot)
        : (unfitProblem(rule, own, row.profession) ?? earned.whyNot),
      sum: [
        ...earned.sum,
        ...(eligible || own !== null
          ? [{ label: 'Claimed', value: own === null ? 'not yet' : formatUnits(own, rule) }]
          : []),
      ],
    };
  });
  return { maximumHundredths: offer.maximumHundredths, rows };
}

/**
 * Records claims of one type: an amount, `earned` for all that attendance allows, or null for none. With `earned`, people who
 * may not have the credit or can claim nothing are passed over and keep the claim that they have; an amount is only taken
 * where everybody has earned it.
 * @throws RoundsError `credit/above-maximum`, `credit/not-for-profession`, `credit/invalid-step`, `enrolments/not-found`
 */
export function recordClaims(write: Writer, input: ParsedInput<'credit.claim'>): ClaimsWritten {
  const { title } = requireActivity(write, input.activityId);
  const { name } = getType(write, input.typeId);
  const wanted = new Map(input.enrolmentIds.map((id) => [id, input.claimedHundredths]));
  return writeClaims(write, input.activityId, input.typeId, wanted, (count) =>
    write.describe(`Recorded ${name} claimed for ${counted(count, 'person', 'people')} at “${title}”`),
  );
}

/**
 * Records an amount of its own for each enrolment. `before` is told how many change before the first
 * row is written, for a change that is not described yet; an import describes its own.
 * @throws RoundsError as {@link recordClaims}
 */
export function writeClaims(
  write: Writer,
  activityId: number,
  typeId: number,
  wanted: ReadonlyMap<number, Claim>,
  before: (count: number) => void = () => undefined,
): ClaimsWritten {
  const { changes, kept } = judgeClaims(write, activityId, typeId, wanted);
  const type = getType(write, typeId);
  before(changes.length);
  for (const { row, claim } of changes) writeClaim(write, activityId, type, row, claim);
  return { changed: changes.length, kept };
}

/** How many claims changed, and how many stayed because nothing can be claimed in their place. */
type ClaimsWritten = { readonly changed: number; readonly kept: number };

/** What one enrolment has claimed beside AMA PRA credit, in hundredths by type. */
export function otherClaims(read: Reader, enrolmentId: number): ReadonlyMap<number, number> {
  const rows = read.all(
    read.from
      .selectFrom('credit_claims')
      .select(['type_id', 'claimed_hundredths'])
      .where('enrolment_id', '=', enrolmentId)
      .orderBy('type_id'),
  );
  return new Map(rows.map((row) => [row.type_id, row.claimed_hundredths]));
}

/**
 * Gives the enrolment that stays these amounts by type, and takes all claims from the one that goes: two records of one person
 * become one. Inside a change that is already described.
 */
export function moveClaims(
  write: Writer,
  activityId: number,
  stayingId: number,
  goingId: number,
  amounts: ReadonlyMap<number, number>,
): void {
  const staying = otherClaims(write, stayingId);
  for (const typeId of otherClaims(write, goingId).keys())
    write.remove('credit_claims', { enrolment_id: goingId, type_id: typeId });
  for (const [typeId, hundredths] of amounts) {
    const key = { enrolment_id: stayingId, type_id: typeId };
    if (staying.has(typeId)) write.update('credit_claims', key, { claimed_hundredths: hundredths });
    else write.insert('credit_claims', { ...key, activity_id: activityId, claimed_hundredths: hundredths });
  }
}

/** What is claimed: an amount, all that was earned, or nothing. */
export type Claim = number | 'earned' | null;

/** The claims that would change, each with what it becomes; refused as a whole when one of them cannot be. */
function judgeClaims(
  read: Reader,
  activityId: number,
  typeId: number,
  wanted: ReadonlyMap<number, Claim>,
): {
  readonly changes: readonly { readonly row: CreditClaim; readonly claim: number | null }[];
  readonly kept: number;
} {
  const type = getType(read, typeId);
  const known = new Map(listClaims(read, activityId, typeId).rows.map((row) => [row.enrolmentId, row]));
  const asked = [...wanted].map(([id, claim]) => {
    const row = known.get(id);
    if (!row)
      throw new RoundsError(
        'enrolments/not-found',
        'Somebody is not enrolled any more. Reload the activity.',
      );
    return { row, claim };
  });
  requireEarned(type, asked);
  return {
    changes: asked.flatMap(({ row, claim }) => {
      const next = claimFor(row, claim);
      return next === row.claimedHundredths ? [] : [{ row, claim: next }];
    }),
    kept: asked.filter(({ row, claim }) => keepsClaim(row, claim)).length,
  };
}

/** What completion asks for beside the AMA PRA claim, which says nothing about other credit. */
function incompleteOf({ missing }: CompletionRow): string | null {
  return missingOfActivity(missing)[0]?.sentence ?? null;
}

function offerOf(read: Reader, activityId: number, type: CreditType): Offer {
  if (type.ama)
    return {
      maximumHundredths: hundredthsFromQuarters(requireActivity(read, activityId).maximum_quarters),
      excluded: new Set(),
    };
  const row = requireCredit(read, activityId, type.id);
  return { maximumHundredths: row.maximum_hundredths, excluded: excludedSessions(row) };
}

function amaClaim(row: CompletionRow): number | null {
  return row.claimedQuarters === null ? null : hundredthsFromQuarters(row.claimedQuarters);
}

function claimsOf(read: Reader, activityId: number, typeId: number): ReadonlyMap<number, number> {
  const rows = read.rows<{ enrolment_id: number; claimed_hundredths: number }>(
    `SELECT enrolment_id, claimed_hundredths FROM credit_claims
     WHERE type_id = ? AND activity_id = ?`,
    typeId,
    activityId,
  );
  return new Map(rows.map((row) => [row.enrolment_id, row.claimed_hundredths]));
}

/** Refuses amounts that somebody has not earned, naming the first and saying how many there are. */
function requireEarned(
  type: CreditType,
  asked: readonly { readonly row: CreditClaim; readonly claim: Claim }[],
): void {
  const amounts = asked.flatMap(({ row, claim }) => (typeof claim === 'number' ? [{ row, claim }] : []));
  for (const { claim } of amounts) requireSteps(type, claim);
  const [stranger] = amounts.filter(({ row }) => !row.eligible);
  if (stranger)
    throw new RoundsError(
      'credit/not-for-profession',
      `${type.name} is not for ${stranger.row.name} (${stranger.row.profession}). Leave this person out.`,
    );
  const short = amounts.filter(({ row, claim }) => claim > row.earnedHundredths);
  const [first] = short;
  if (!first) return;
  const others =
    short.length > 1 ? ` ${counted(short.length, 'person', 'people')} here have earned less.` : '';
  if (first.row.earnedHundredths === 0 && first.row.problem !== null)
    throw new RoundsError(
      'credit/above-maximum',
      `${first.row.name} cannot claim this credit yet.${others} ${first.row.problem}`,
    );
  throw new RoundsError(
    'credit/above-maximum',
    `${first.row.name} may claim at most ${formatUnits(first.row.earnedHundredths, type)}.${others} Enter that or less, or claim all that attendance allows.`,
  );
}

function claimFor(row: CreditClaim, claim: Claim): number | null {
  if (claim !== 'earned') return claim;
  return nothingEarned(row) ? row.claimedHundredths : row.earnedHundredths;
}

/** Whether a claim on record stays although all that was earned is asked for: nothing was, and to claim is not to take back. */
function keepsClaim(row: CreditClaim, claim: Claim): boolean {
  return claim === 'earned' && row.claimedHundredths !== null && nothingEarned(row);
}

function nothingEarned(row: CreditClaim): boolean {
  return !row.eligible || row.earnedHundredths === 0;
}

function writeClaim(
  write: Writer,
  activityId: number,
  type: CreditType,
  row: CreditClaim,
  claim: number | null,
): void {
  if (type.ama) {
    write.update(
      'enrolments',
      { id: row.enrolmentId },
      { claimed_quarters: claim === null ? null : claim / 25 },
    );
    return;
  }
  const key = { enrolment_id: row.enrolmentId, type_id: type.id };
  if (claim === null) write.remove('credit_claims', key);
  else if (row.claimedHundredths === null)
    write.insert('credit_claims', { ...key, activity_id: activityId, claimed_hundredths: claim });
  else write.update('credit_claims', key, { claimed_hundredths: claim });
}
