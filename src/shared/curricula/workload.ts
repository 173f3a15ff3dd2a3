import { addDays } from '../activities/schedule.ts';
import { type MinuteSpan, spanOfSome } from './electives.ts';
import type { Block, InsightContent, Placed, PlacedGroup, ReadOutline } from './read-outline.ts';
import { spreadOverWeeks } from './spread-weeks.ts';

/** What is taught in one week. */
export type WorkloadWeek = {
  /** From 1. */
  readonly week: number;
  /** First and last day, `YYYY-MM-DD`; null while the schedule has no first day. */
  readonly from: string | null;
  readonly to: string | null;
  /** Least and most minutes of a learner: they differ where electives lie in the week. */
  readonly minutes: number;
  readonly mostMinutes: number;
  readonly modules: readonly Placed[];
};

/** The schedule of a curriculum, week by week. */
export type Workload = {
  readonly weeks: readonly WorkloadWeek[];
  /** The week with the most minutes, the first of several; null when nothing is taught. */
  readonly heaviest: WorkloadWeek | null;
  /** Modules held in a week after the last; they are counted in the last. */
  readonly beyond: readonly Placed[];
  readonly rule: string;
};

/** Shares an outline out over its schedule. */
export function workload(outline: ReadOutline, schedule: InsightContent['schedule']): Workload | null {
  const count = schedule.weeks ?? lastHeldWeek(outline);
  if (count === 0) return null;
  const parts = outline.blocks.flatMap((block) => partsOf(block, count));
  const places = spreadOverWeeks(parts, count);
  const weeks = Array.from({ length: count }, (_, index): WorkloadWeek => {
    const own = parts.filter((_part, at) => places[at] === index + 1);
    const span = weekSpan(own);
    const from = schedule.startsOn === null ? null : addDays(schedule.startsOn, index * 7);
    return {
      week: index + 1,
      from,
      to: from === null ? null : addDays(from, 6),
      minutes: span.least,
      mostMinutes: span.most,
      modules: own.flatMap(({ modules }) => modules),
    };
  });
  const top = weeks.reduce<WorkloadWeek | null>(
    (most, week) => (week.mostMinutes > (most?.mostMinutes ?? 0) ? week : most),
    null,
  );
  return {
    weeks,
    heaviest: top,
    beyond: outline.placed.filter(({ week }) => week !== null && week > count),
    rule: 'A module that is held in a week stays there. The rest are shared out in the order of the outline so that the weeks are as even as that order allows; a module is not split. Electives count with the most minutes that their rule asks for; what a learner may leave out is shown apart.',
  };
}

/** What is placed as one: a required module, the electives of a group that are held in one week, or the rest of a group. */
type Part = {
  readonly modules: readonly Placed[];
  /** Null when every learner takes it. */
  readonly group: PlacedGroup | null;
  /** The most minutes of a learner, by which the weeks are evened out. */
  readonly minutes: number;
  readonly week: number | null;
};

function partsOf(block: Block, weeks: number): readonly Part[] {
  if (block.kind === 'group') return partsOfGroup(block, weeks);
  const { placed } = block;
  return [{ modules: [placed], group: null, minutes: placed.module.minutes, week: placed.week }];
}

function partsOfGroup(group: PlacedGroup, weeks: number): readonly Part[] {
  const byWeek = Map.groupBy(group.options, ({ week }) => (week === null ? null : Math.min(week, weeks)));
  const part = ([week, modules]: readonly [number | null, readonly Placed[]]): Part => {
    return { modules, group, minutes: spanWithin(group, new Set(modules)).most, week };
  };
  const parts = [...byWeek].map(part);
  return [...parts.filter(({ week }) => week !== null), ...parts.filter(({ week }) => week === null)];
}

/**
 * Least and most minutes of a learner in one week. Options of one group are looked at together, held or not: who takes one
 * of them may do without another.
 */
function weekSpan(parts: readonly Part[]): MinuteSpan {
  const fixed = parts.reduce((sum, { group, minutes }) => (group === null ? sum + minutes : sum), 0);
  const here = new Set(parts.flatMap(({ modules }) => modules));
  const groups = new Set(parts.flatMap(({ group }) => group ?? []));
  return [...groups].reduce<MinuteSpan>(
    (span, group) => {
      const own = spanWithin(group, here);
      return { least: span.least + own.least, most: span.most + own.most };
    },
    { least: fixed, most: fixed },
  );
}

/** Minutes that a learner spends on some options of a group, out of those that its rule asks for. */
function spanWithin({ rule, options }: PlacedGroup, some: ReadonlySet<Placed>): MinuteSpan {
  return spanOfSome(
    rule,
    options.map((option) => ({ minutes: option.module.minutes, has: some.has(option) })),
  );
}

function lastHeldWeek({ placed }: ReadOutline): number {
  return placed.reduce((last, { week }) => Math.max(last, week ?? 0), 0);
}
