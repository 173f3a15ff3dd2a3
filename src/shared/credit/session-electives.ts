import type { ElectiveRule, OutlineItem } from '../contract/curricula.ts';
import { fullestChoice, isSatisfiable } from '../curricula/electives.ts';
import { distinctMinutes, type Sitting } from './concurrent.ts';

/** A group of electives of the version that an activity teaches, by the codes of its modules. */
export type SessionElectives = {
  readonly title: string;
  readonly rule: ElectiveRule;
  readonly moduleCodes: readonly string[];
};

/** The groups of electives of an outline. */
export function electivesOf(
  items: readonly OutlineItem[],
  modules: readonly { readonly id: number; readonly code: string }[],
): readonly SessionElectives[] {
  const codes = new Map(modules.map(({ id, code }) => [id, code]));
  return items.flatMap((item) =>
    item.kind === 'electives'
      ? [
          {
            title: item.title,
            rule: item.rule,
            moduleCodes: item.options.flatMap(({ moduleId }) => codes.get(moduleId) ?? []),
          },
        ]
      : [],
  );
}

/** A sitting that may teach a module. */
type Taught = Omit<Sitting, 'spent'> & { readonly moduleCode?: string | null };

/** One module of a group with its sittings, and their minutes of the clock. */
type Option<Session> = { readonly sessions: readonly Session[]; readonly minutes: number };
type Group<Session> = {
  readonly title: string;
  readonly rule: ElectiveRule;
  readonly options: readonly Option<Session>[];
};

/** Minutes of sittings, those at the same time once. */
function clockMinutes(sessions: readonly Taught[]): number {
  return distinctMinutes(sessions.map((session) => ({ ...session, spent: session.minutes })));
}

/** Sittings that everybody attends, and groups with the options that have a sitting. */
function grouped<Session extends Taught>(
  sessions: readonly Session[],
  electives: readonly SessionElectives[],
): { readonly required: readonly Session[]; readonly groups: readonly Group<Session>[] } {
  const byCode = Map.groupBy(sessions, ({ moduleCode }) => moduleCode ?? null);
  const groups = electives
    .map(({ title, rule, moduleCodes }) => ({
      title,
      rule,
      options: moduleCodes.flatMap((code): readonly Option<Session>[] => {
        const own = byCode.get(code);
        return own ? [{ sessions: own, minutes: clockMinutes(own) }] : [];
      }),
    }))
    .filter(({ options }) => options.length > 0);
  const optional = new Set(electives.flatMap(({ moduleCodes }) => moduleCodes));
  return { required: sessions.filter(({ moduleCode }) => !optional.has(moduleCode ?? '')), groups };
}

/** So many choices are tried one by one where sittings are at the same time. */
const TRIED = 4_000;

/**
 * The sittings of the one learner who earns the most: all that is required and the longest electives that the rules ask
 * for. Alternatives are not added up: one learner takes one choice (reference/accreditation.md 1.5, designated maximum).
 * Where sittings are at the same time and there are too many choices to try, a long one is taken: never too much.
 */
export function longestChoice<Session extends Taught>(
  sessions: readonly Session[],
  electives: readonly SessionElectives[],
): readonly Session[] {
  const { required, groups } = grouped(sessions, electives);
  if (groups.length === 0) return sessions;
  const minutesOf = (choice: Choice<Session>): number =>
    clockMinutes([...required, ...choice.flatMap((option) => option.sessions)]);
  const choices = [groups.flatMap(longestOf), ...(overlaps(sessions) ? otherChoices(required, groups) : [])];
  const longest = choices.reduce((best, choice) => (minutesOf(choice) > minutesOf(best) ? choice : best));
  const taken = new Set([...required, ...longest.flatMap((option) => option.sessions)]);
  return sessions.filter((session) => taken.has(session));
}

type Choice<Session> = readonly Option<Session>[];

function overlaps(sessions: readonly Taught[]): boolean {
  return clockMinutes(sessions) < sessions.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** The longest choice of a group in which no option is superfluous. */
function longestOf<Session>({ rule, options }: Group<Session>): Choice<Session> {
  return fullestChoice(rule, options, ({ minutes }) => minutes);
}

/** Every joint choice where they are few; otherwise one that always adds what gives the most minutes. */
function otherChoices<Session extends Taught>(
  required: readonly Session[],
  groups: readonly Group<Session>[],
): readonly Choice<Session>[] {
  let joint: readonly Choice<Session>[] = [[]];
  for (const group of groups) {
    const own = choicesOf(group);
    if (own === null || own.length * joint.length > TRIED) return [greedy(required, groups)];
    joint = joint.flatMap((choice) => own.map((more) => [...choice, ...more]));
  }
  return joint;
}

/** Every choice that satisfies a group without a superfluous option; null where there are too many. */
function choicesOf<Session>({ rule, options }: Group<Session>): readonly Choice<Session>[] | null {
  if (!satisfied(rule, options)) return [options];
  let open: readonly { readonly choice: Choice<Session>; readonly next: number }[] = [
    { choice: [], next: 0 },
  ];
  const found: Choice<Session>[] = [];
  while (open.length > 0) {
    if (open.length + found.length > TRIED) return null;
    open = open.flatMap(({ choice, next }) =>
      options.slice(next).flatMap((option, index) => {
        const more = [...choice, option];
        if (!satisfied(rule, more)) return [{ choice: more, next: next + index + 1 }];
        if (more.every((_one, at) => !satisfied(rule, more.toSpliced(at, 1)))) found.push(more);
        return [];
      }),
    );
  }
  return found;
}

function greedy<Session extends Taught>(
  required: readonly Session[],
  groups: readonly Group<Session>[],
): Choice<Session> {
  const taken: Option<Session>[] = [];
  for (const { rule, options } of groups) {
    const own: Option<Session>[] = [];
    while (!satisfied(rule, own) && own.length < options.length) {
      const gain = (option: Option<Session>): number =>
        clockMinutes([...required, ...[...taken, ...own, option].flatMap((one) => one.sessions)]);
      const left = options.filter((option) => !own.includes(option));
      own.push(left.reduce((best, option) => (gain(option) > gain(best) ? option : best)));
    }
    taken.push(...own);
  }
  return taken;
}

function satisfied(rule: ElectiveRule, options: readonly { readonly minutes: number }[]): boolean {
  return isSatisfiable(
    rule,
    options.map(({ minutes }) => minutes),
  );
}

/** Attended minutes against those that are asked of one person, and how each group of electives was counted. */
export type Share = {
  readonly attended: number;
  readonly offered: number;
  readonly groups: readonly {
    readonly title: string;
    readonly rule: ElectiveRule;
    readonly options: number;
    readonly attended: number;
    readonly offered: number;
  }[];
};

/**
 * What one person has attended of what is asked of everybody: required sittings and, of electives, only what the rule asks.
 * Of “any 2 of 5” those two count with which the person stands best against the `percent` that is needed; what was not
 * attended is filled up with the shortest. Of “at least 1.5 credits” 90 minutes count. So more attendance never counts less.
 */
export function attendanceShare<Session extends Sitting & { readonly moduleCode?: string | null }>(
  sessions: readonly Session[],
  electives: readonly SessionElectives[],
  percent: number,
): Share {
  const { required, groups } = grouped(sessions, electives);
  if (groups.length === 0)
    return { attended: distinctMinutes(sessions), offered: clockMinutes(sessions), groups: [] };
  const counted = groups.map(({ title, rule, options }) => {
    const own = rule.by === 'count' ? bestFor(options, rule.atLeast, percent) : options;
    const pool = own.flatMap((option) => option.sessions);
    const most = rule.by === 'count' ? Number.POSITIVE_INFINITY : rule.quarters * 15;
    const attended = Math.min(most, distinctMinutes(pool));
    const offered = Math.min(most, clockMinutes(pool));
    return { pool, shown: { title, rule, options: options.length, attended, offered } };
  });
  const pool = [
    ...required,
    ...counted.flatMap(({ pool: own, shown }) => (shown.rule.by === 'count' ? own : [])),
  ];
  const apart = counted.flatMap(({ shown }) => (shown.rule.by === 'credit' ? [shown] : []));
  const sum = (of: (shown: { attended: number; offered: number }) => number): number =>
    apart.reduce((total, shown) => total + of(shown), 0);
  return {
    attended: Math.min(distinctMinutes(sessions), distinctMinutes(pool) + sum(({ attended }) => attended)),
    offered: Math.min(clockMinutes(sessions), clockMinutes(pool) + sum(({ offered }) => offered)),
    groups: counted.map(({ shown }) => shown),
  };
}

/** So many options, those with the most attended beyond the share that is needed of each. */
function bestFor<Session extends Sitting>(
  options: readonly Option<Session>[],
  count: number,
  percent: number,
): readonly Option<Session>[] {
  return options
    .map((option) => ({ option, attended: distinctMinutes(option.sessions) }))
    .map(({ option, attended }) => ({
      option,
      attended,
      surplus: attended * 100 - option.minutes * percent,
    }))
    .toSorted(
      (a, b) => b.surplus - a.surplus || b.attended - a.attended || a.option.minutes - b.option.minutes,
    )
    .slice(0, count)
    .map(({ option }) => option);
}
