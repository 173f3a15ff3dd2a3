/** Levels of the revised Bloom taxonomy (Anderson and Krathwohl 2001), the simplest first. */
export const BLOOM_LEVELS = ['remember', 'understand', 'apply', 'analyze', 'evaluate', 'create'] as const;
/** One of these levels. */
export type BloomLevel = (typeof BLOOM_LEVELS)[number];

/**
 * Verbs that can be observed, by the level that they usually show. Lists differ between sources and a verb can stand on
 * several levels; each stands here once, where medical education most often places it. A design decision of Rounds.
 */
const VERBS: Readonly<Record<BloomLevel, string>> = {
  remember:
    'cite define identify label list locate match name quote recall recite recognize record reproduce select state',
  understand:
    'clarify classify compare contrast describe discuss distinguish exemplify explain express illustrate infer outline paraphrase rephrase report restate review summarize translate',
  apply:
    'administer answer apply assign calculate carry communicate complete compute conduct construct demonstrate disclose document employ execute follow implement interpret manage obtain operate perform practice prepare present prescribe recommend run schedule set show solve supervise use verify',
  analyze:
    'analyze arrange attribute audit break categorize check correlate debug deconstruct detect determine diagnose differentiate discriminate dissect examine experiment inspect investigate link map organize question relate separate structure test trace',
  evaluate:
    'appraise argue assess challenge choose conclude critique decide defend estimate evaluate grade judge justify measure monitor predict prioritize rank rate reconcile reject resolve revise score support validate value weigh',
  create:
    'adapt assemble author build combine compile compose create design develop devise draft edit facilitate formulate generate integrate invent lead modify negotiate plan produce propose rewrite specify synthesize teach train write',
};

const LEVEL_OF: ReadonlyMap<string, BloomLevel> = new Map(
  BLOOM_LEVELS.flatMap((level) => VERBS[level].split(' ').map((verb) => [verb, level] as const)),
);

/** British spellings of the verbs above. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/yse$/, 'yze'],
  [/ise$/, 'ize'],
  [/^practise$/, 'practice'],
];

/** The verbs that open a measurable objective, by level. */
export function bloomVerbs(level: BloomLevel): readonly string[] {
  return VERBS[level].split(' ');
}

/** What the first word of an objective says: the verb, and the level that it shows; null when it cannot be observed. */
export type ObjectiveVerb = { readonly verb: string; readonly level: BloomLevel | null };

/** The opening verb of an objective and its level. `Understand bias` has a verb that no one can observe: its level is null. */
export function objectiveVerb(objective: string): ObjectiveVerb {
  const verb = (/^[\p{L}-]+/u.exec(objective.trim())?.[0] ?? '').toLowerCase();
  const known = LEVEL_OF.get(verb);
  if (known) return { verb, level: known };
  const respelled = SPELLINGS.map(([ending, other]) => LEVEL_OF.get(verb.replace(ending, other)));
  return { verb, level: respelled.find((level) => level !== undefined) ?? null };
}
