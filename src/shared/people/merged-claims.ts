import type { Side } from './merge.ts';

/** A credit beside AMA PRA credit that one or both of two enrolments in one activity claimed; amounts in hundredths. */
export type ClaimsOfTwo = {
  readonly typeId: number;
  readonly keep: number | null;
  readonly other: number | null;
  /** Whether nobody may have more of it than was claimed in AMA PRA credit. */
  readonly followsAma: boolean;
  readonly stepHundredths: number;
};

/** What the enrolment has that goes on. */
export type MergedClaim = {
  readonly side: Side;
  readonly hundredths: number;
  /** What was claimed, where the AMA PRA claim that stays allows less; null where the claim stays as it is. */
  readonly loweredFrom: number | null;
};

/** The larger claim of the two, unless one is chosen; a claim stands where the other record has none. */
export function suggestedClaim({ keep, other }: Pick<ClaimsOfTwo, 'keep' | 'other'>): Side {
  if (keep === null) return 'other';
  return other !== null && other > keep ? 'other' : 'keep';
}

/**
 * Which of two claims of one type stays when the enrolments become one. A claim that follows AMA PRA credit never ends above
 * the claim of that which stays, in whole steps.
 */
export function mergedClaim(
  claims: ClaimsOfTwo,
  chosen: Side | undefined,
  amaHundredths: number | null,
): MergedClaim {
  const differ = claims.keep !== null && claims.other !== null;
  const side = (differ ? chosen : undefined) ?? suggestedClaim(claims);
  const claimed = claims[side] ?? 0;
  const ama = amaHundredths ?? 0;
  if (!claims.followsAma || claimed <= ama) return { side, hundredths: claimed, loweredFrom: null };
  return { side, hundredths: ama - (ama % claims.stepHundredths), loweredFrom: claimed };
}
