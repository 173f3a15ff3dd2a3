import { sentenceCase } from '../format.ts';
import { fold } from '../people/name.ts';
import { BLOOM_LEVELS, type BloomLevel, objectiveVerb } from './bloom.ts';

/** What is to be said of one objective while it is written. */
export type ObjectiveFinding = {
  /** The level that its opening verb shows; null when it is empty or the verb cannot be observed. */
  readonly level: BloomLevel | null;
  /** What has to be mended, or null. */
  readonly error: string | null;
  /** What would make it better, or null. */
  readonly advice: string | null;
};

/** Verbs that name a state of mind, with the observable level that people usually mean by them. */
const MEANT: ReadonlyMap<string, BloomLevel> = new Map([
  ['know', 'remember'],
  ['remember', 'remember'],
  ['memorize', 'remember'],
  ['learn', 'understand'],
  ['understand', 'understand'],
  ['comprehend', 'understand'],
  ['grasp', 'understand'],
  ['be', 'understand'],
  ['become', 'understand'],
  ['gain', 'understand'],
  ['appreciate', 'evaluate'],
  ['consider', 'evaluate'],
  ['think', 'analyze'],
  ['explore', 'analyze'],
  ['master', 'apply'],
  ['improve', 'apply'],
]);

/** Verbs that are offered for each level: those that medical objectives most often open with. */
export const SUGGESTED_VERBS: Readonly<Record<BloomLevel, readonly string[]>> = {
  remember: ['define', 'identify', 'list', 'name', 'recall', 'state'],
  understand: ['explain', 'describe', 'compare', 'classify', 'discuss', 'summarize'],
  apply: ['apply', 'demonstrate', 'interpret', 'conduct', 'use', 'disclose', 'document', 'verify'],
  analyze: ['analyze', 'differentiate', 'examine', 'investigate', 'question', 'audit', 'test'],
  evaluate: ['evaluate', 'appraise', 'critique', 'judge', 'monitor', 'validate', 'decide'],
  create: ['design', 'develop', 'draft', 'plan', 'propose', 'write', 'lead'],
};

/** How many verbs a sentence suggests. */
const SUGGESTED = 3;

/** Reads every objective, in its place: the verb and its level, and what stands there twice. */
export function objectiveFindings(objectives: readonly string[]): readonly ObjectiveFinding[] {
  const places = new Map<string, number>();
  return objectives.map((objective, at): ObjectiveFinding => {
    const text = sameWords(objective);
    if (text === '') return { level: null, error: null, advice: null };
    const first = places.get(text);
    if (first === undefined) places.set(text, at);
    const { verb, level } = objectiveVerb(objective);
    return {
      level,
      error:
        first === undefined
          ? null
          : `This says the same as objective ${first + 1}. Change it, or remove one of the two.`,
      // What has to be changed anyway needs no advice.
      advice: level === null && first === undefined ? verbAdvice(verb) : null,
    };
  });
}

/** An objective that opens with another verb; the rest stays as it was written. */
export function withVerb(objective: string, verb: string): string {
  const capital = verb.charAt(0).toUpperCase() + verb.slice(1);
  const rest = objective.trim().replace(/^[\p{L}-]+\s*/u, '');
  return rest === '' ? `${capital} ` : `${capital} ${rest}`;
}

function verbAdvice(verb: string): string {
  const verbs = SUGGESTED_VERBS[MEANT.get(verb) ?? 'apply'].slice(0, SUGGESTED);
  const suggestion = `Open with one that can, such as ${verbs.join(', ')}.`;
  const level = BLOOM_LEVELS.find((name) => name === verb);
  if (level !== undefined)
    return `“${sentenceCase(level)}” is a level of Bloom’s taxonomy, but not a verb that can be observed and assessed. ${suggestion}`;
  return verb === ''
    ? `An objective opens with a verb that can be observed, such as ${verbs.join(', ')}.`
    : `“${verb.charAt(0).toUpperCase()}${verb.slice(1)}” is not a verb that can be observed and assessed. ${suggestion}`;
}

function sameWords(objective: string): string {
  return fold(objective)
    .replace(/[\s.;,]+/g, ' ')
    .trim();
}
