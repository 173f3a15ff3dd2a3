/** What kind of thing is missing: how the program tells apart what a person waits for, whatever the sentence says. */
export const MISSING_KINDS = [
  'attendance-unrecorded',
  'attendance-none',
  'attendance-short',
  'electives',
  'score',
  'not-passed',
  'evaluation',
  'claim',
  'claim-none',
  'claim-too-high',
  'designation',
] as const;
export type MissingKind = (typeof MISSING_KINDS)[number];

/** One thing that is missing, and the short sentence that says so. */
export type Missing = { readonly what: MissingKind; readonly sentence: string };

/** Kinds that concern the claim and the designation of *AMA PRA Category 1 Credit* alone: other credit does not wait for them. */
const OF_AMA_CREDIT: ReadonlySet<MissingKind> = new Set([
  'claim',
  'claim-none',
  'claim-too-high',
  'designation',
]);

/** Kinds that the office still has to settle with the person, as against what was decided: absent, too short, failed. */
const STILL_TO_COME: ReadonlySet<MissingKind> = new Set(['score', 'evaluation', 'claim', 'claim-too-high']);

/** What the activity itself asks for, without what only its *AMA PRA Category 1 Credit* asks for. */
export function missingOfActivity(missing: readonly Missing[]): readonly Missing[] {
  return missing.filter(({ what }) => !OF_AMA_CREDIT.has(what));
}

/** Whether something is still to come, rather than decided against the person. */
export function waitsForSomething(missing: readonly Missing[]): boolean {
  return missing.some(({ what }) => STILL_TO_COME.has(what));
}
