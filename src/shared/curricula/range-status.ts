/** Whether something that is asked for holds whatever electives a learner chooses, for none of them, or for some. */
export type CheckStatus = 'holds' | 'fails' | 'depends';

/** A figure from its least to its most against a range with open ends (null). */
export function rangeStatus(
  span: { readonly least: number; readonly most: number },
  range: { readonly min: number | null; readonly max: number | null },
): CheckStatus {
  const { least, most } = span;
  const min = range.min ?? Number.NEGATIVE_INFINITY;
  const max = range.max ?? Number.POSITIVE_INFINITY;
  if (most < min || least > max) return 'fails';
  return least >= min && most <= max ? 'holds' : 'depends';
}
