/** The codes that a module requires. */
type PrerequisitesOf = (code: string) => readonly string[];

/** A circle longer than this is told by its beginning and its end. */
const MOST_NAMED = 8;

/**
 * The shortest circle that a module closes with these prerequisites, from the module back to itself; null when there is
 * none. `prerequisitesOf` answers for the modules that already stand.
 */
export function circleThrough(
  code: string,
  prerequisites: readonly string[],
  prerequisitesOf: PrerequisitesOf,
): readonly string[] | null {
  const reachedFrom = new Map<string, string>();
  const queue: string[] = [];
  const reach = (next: string, from: string): void => {
    if (reachedFrom.has(next)) return;
    reachedFrom.set(next, from);
    queue.push(next);
  };
  for (const prerequisite of prerequisites) reach(prerequisite, code);
  // The queue grows while it is read: breadth first, and no recursion however long a chain is.
  for (const from of queue) {
    if (from === code) return pathTo(code, reachedFrom);
    for (const next of prerequisitesOf(from)) reach(next, from);
  }
  return null;
}

/** A circle in words: `A → B → A`; a long one by its beginning and end. */
export function circleInWords(circle: readonly string[]): string {
  if (circle.length <= MOST_NAMED) return circle.join(' → ');
  const hidden = circle.length - MOST_NAMED + 1;
  return [...circle.slice(0, MOST_NAMED - 2), `… ${hidden} more …`, ...circle.slice(-1)].join(' → ');
}

/**
 * Modules that lie on a circle of prerequisites, each with one circle that its group runs in. Takes time in proportion to
 * the number of modules and prerequisites (Tarjan 1972, without recursion).
 */
export function circles(
  modules: readonly { readonly code: string; readonly prerequisites: readonly string[] }[],
): ReadonlyMap<string, readonly string[]> {
  const byCode = new Map(modules.map((module) => [module.code, module.prerequisites]));
  const found = new Map<string, readonly string[]>();
  for (const group of connectedGroups(byCode)) {
    const inside = new Set(group);
    const within = (code: string): readonly string[] =>
      (byCode.get(code) ?? []).filter((other) => inside.has(other));
    const first = group.toSorted()[0] ?? '';
    const circle = circleThrough(first, within(first), within);
    if (circle) for (const code of group) found.set(code, circle);
  }
  return found;
}

function pathTo(code: string, reachedFrom: ReadonlyMap<string, string>): readonly string[] {
  const path = [code];
  for (let at = reachedFrom.get(code); at !== undefined && at !== code; at = reachedFrom.get(at))
    path.push(at);
  return [code, ...path.toReversed()];
}

type Visit = { readonly code: string; readonly number: number; next: number; low: number };

/** Groups of codes that all reach one another. */
function connectedGroups(byCode: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const numbers = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visits: Visit[] = [];
  const enter = (code: string): void => {
    const number = numbers.size;
    numbers.set(code, number);
    stack.push(code);
    open.add(code);
    visits.push({ code, number, next: 0, low: number });
  };
  for (const start of byCode.keys()) {
    if (numbers.has(start)) continue;
    enter(start);
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const next = byCode.get(visit.code)?.[visit.next];
      if (next === undefined) {
        visits.pop();
        const parent = visits.at(-1);
        if (parent) parent.low = Math.min(parent.low, visit.low);
        if (visit.low === visit.number) groups.push(closeGroup(visit.code, stack, open));
        continue;
      }
      visit.next += 1;
      const number = numbers.get(next);
      if (number === undefined) {
        if (byCode.has(next)) enter(next);
      } else if (open.has(next)) visit.low = Math.min(visit.low, number);
    }
  }
  return groups;
}

function closeGroup(root: string, stack: string[], open: Set<string>): string[] {
  const group = stack.splice(stack.lastIndexOf(root));
  for (const code of group) open.delete(code);
  return group;
}
