import type { CurriculumContent } from '../../../shared/contract/curricula.ts';

/** One edit that can be taken back: what it did, and the content before (in the past) or after it (in the future). */
export type Step = { readonly label: string; readonly content: CurriculumContent };

/** The content with everything that leads back and forth from it. */
export type History = {
  readonly content: CurriculumContent;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
};

/** More steps than anyone takes back; each is small. */
const STEPS_KEPT = 200;

/** A history without edits. */
export function startHistory(content: CurriculumContent): History {
  return { content, past: [], future: [] };
}

/** The history after an edit. With `joins`, it becomes part of the last one: letters of a word are one edit. */
export function record(history: History, label: string, content: CurriculumContent, joins = false): History {
  const last = history.past.at(-1);
  const joined = joins && last?.label === label && history.future.length === 0;
  return {
    content,
    past: joined ? history.past : [...history.past, { label, content: history.content }].slice(-STEPS_KEPT),
    future: [],
  };
}

/** The history one edit back; the same one when there is none. */
export function stepBack(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    content: last.content,
    past: history.past.slice(0, -1),
    future: [{ label: last.label, content: history.content }, ...history.future],
  };
}

/** The history one taken-back edit forth; the same one when there is none. */
export function stepForth(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return {
    content: next.content,
    past: [...history.past, { label: next.label, content: history.content }],
    future,
  };
}
