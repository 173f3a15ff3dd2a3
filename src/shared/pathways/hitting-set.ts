/**
 * Of the smallest sets of whole numbers that have a member in every given set, the first in the order of their members.
 *
 * @param from a set before which, by size and then by members, there is none: what was found for some of the given sets, since
 * further sets can only make the answer larger or later. The empty set is before all.
 * @param end members are below this
 */
export function firstSmallestHittingSet(
  sets: readonly ReadonlySet<number>[],
  end: number,
  from: readonly number[],
): readonly number[] {
  const largest = sets.map((set) => Math.max(-1, ...set));
  for (let size = from.length; ; size += 1) {
    const found = hitting([...sets.keys()], size, [], size === from.length);
    if (found) return found;
    if (size >= end) throw new Error('a set without members cannot be hit');
  }

  /** The first way to go on with larger members; `bound` while the members so far are those of `from`. */
  function hitting(
    open: readonly number[],
    left: number,
    taken: readonly number[],
    bound: boolean,
  ): readonly number[] | null {
    if (left === 0) return open.length === 0 ? taken : null;
    const next = (taken.at(-1) ?? -1) + 1;
    const start = bound ? Math.max(next, from[taken.length] ?? next) : next;
    // Beyond the last member of a set that is still open that set could not be hit any more.
    const last = open.reduce((least, index) => Math.min(least, largest[index] ?? -1), end - 1);
    for (let member = start; member <= last; member += 1) {
      const rest = open.filter((index) => !sets[index]?.has(member));
      const still = bound && member === from[taken.length];
      const found = hitting(rest, left - 1, [...taken, member], still);
      if (found) return found;
    }
    return null;
  }
}
