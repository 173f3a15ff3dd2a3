import { type Change, changed } from './difference-side.ts';

/** Two objectives with at least this share of their words in common are one that was reworded. */
const SAME_ENOUGH = 0.5;

type Pair = { readonly from: number; readonly to: number; readonly likeness: number };

/** Objectives of one module that came, went, were reworded, or stand in another order. */
export function objectiveChanges(
  about: string,
  before: readonly string[],
  after: readonly string[],
): readonly Change[] {
  const left = without(before, after);
  const came = without(after, before);
  if (left.length === 0 && came.length === 0)
    return changed(about, 'Order of the objectives', before.join(' / '), after.join(' / '));
  const pairs = pairsOf(left, came);
  const usedLeft = new Set(pairs.map(({ from }) => from));
  const usedCame = new Set(pairs.map(({ to }) => to));
  return [
    ...pairs.flatMap(({ from, to }) =>
      changed(about, 'Objective reworded', left[from] ?? '', came[to] ?? ''),
    ),
    ...came.filter((_, to) => !usedCame.has(to)).flatMap((text) => changed(about, 'Objective', '', text)),
    ...left.filter((_, from) => !usedLeft.has(from)).flatMap((text) => changed(about, 'Objective', text, '')),
  ];
}

/** Entries of a list that the other one does not have, counting repeats. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const rest = [...other];
  return list.filter((text) => {
    const at = rest.indexOf(text);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The likest pairs first, each objective in one pair at most. Ties go by the words, the same both ways. */
function pairsOf(left: readonly string[], came: readonly string[]): readonly Pair[] {
  const all = left.flatMap((one, from) =>
    came.map((other, to): Pair => ({ from, to, likeness: likeness(one, other) })),
  );
  const words = ({ from, to }: Pair): string => [left[from], came[to]].toSorted().join(' / ');
  const sorted = all
    .filter((pair) => pair.likeness >= SAME_ENOUGH)
    .toSorted((a, b) => b.likeness - a.likeness || (words(a) < words(b) ? -1 : 1));
  const taken: Pair[] = [];
  for (const pair of sorted)
    if (!taken.some(({ from, to }) => from === pair.from || to === pair.to)) taken.push(pair);
  return taken.toSorted((a, b) => a.to - b.to);
}

/** Share of words in common, from 0 to 1 (Dice's coefficient over sets of words). */
function likeness(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const common = [...words].filter((word) => others.has(word)).length;
  return words.size + others.size === 0 ? 1 : (2 * common) / (words.size + others.size);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
