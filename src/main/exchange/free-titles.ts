import type { CurriculumContent } from '../../shared/contract/curricula.ts';
import { fold } from '../../shared/people/name.ts';

const LONGEST_TITLE = 300;

/** Titles under which curricula become drafts: one that is taken, by a draft or further up, gets a number behind it. */
export function freeTitles(
  titles: readonly string[],
  drafts: ReadonlyMap<number, CurriculumContent>,
): readonly string[] {
  const taken = new Set([...drafts.values()].map(({ title }) => fold(title)));
  // Where the numbers of a title go on, so that a file of one title many times takes no longer.
  const next = new Map<string, number>();
  return titles.map((title) => {
    let free = title;
    let number = next.get(fold(title)) ?? 2;
    while (taken.has(fold(free))) {
      const ending = ` (${number})`;
      free = `${title.slice(0, LONGEST_TITLE - ending.length)}${ending}`;
      number += 1;
    }
    next.set(fold(title), number);
    taken.add(fold(free));
    return free;
  });
}
