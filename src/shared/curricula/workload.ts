import { addDays } from '../activities/schedule.ts';
import { electiveSpan } from './electives.ts';
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
  const parts = outline.blocks.flatMap(partsOf);
  const places = spreadOverWeeks(
    parts.map(({ most, week }) => ({ minutes: most, week })),
    count,
  );
  const weeks = Array.from({ length: count }, (_, index): WorkloadWeek => {
    const own = parts.filter((_part, at) => places[at] === index + 1);
    const from = schedule.startsOn === null ? null : addDays(schedule.startsOn, index * 7);
    return {
      week: index + 1,
      from,
      to: from === null ? null : addDays(from, 6),
      minutes: own.reduce((sum, { least }) => sum + least, 0),
      mostMinutes: own.reduce((sum, { most }) => sum + most, 0),
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

/** What is placed as one: a required module, an elective held in a week, or the rest of a group. */
type Part = {
  readonly modules: readonly Placed[];
  readonly least: number;
  readonly most: number;
  readonly week: number | null;
};

function partsOf(block: Block): readonly Part[] {
  if (block.kind === 'group') return partsOfGroup(block);
  const { placed } = block;
  const { minutes } = placed.module;
  return [{ modules: [placed], least: minutes, most: minutes, week: placed.week }];
}

function partsOfGroup({ rule, options }: PlacedGroup): readonly Part[] {
  const span = electiveSpan(
    rule,
    options.map(({ module }) => module.minutes),
  );
  const held = options.filter(({ week }) => week !== null);
  const free = options.filter(({ week }) => week === null);
  const heldMinutes = sum(held);
  const freeMinutes = sum(free);
  const parts = held.map((option): Part => {
    const { minutes } = option.module;
    // Whoever can do with the others may leave it out.
    const least = Math.max(0, span.least - (heldMinutes + freeMinutes - minutes));
    return { modules: [option], least, most: minutes, week: option.week };
  });
  if (free.length === 0) return parts;
  const rest: Part = {
    modules: free,
    least: Math.max(0, span.least - heldMinutes),
    most: Math.min(span.most, freeMinutes),
    week: null,
  };
  return [...parts, rest];
}

function sum(placed: readonly Placed[]): number {
  return placed.reduce((total, { module }) => total + module.minutes, 0);
}

function lastHeldWeek({ placed }: ReadOutline): number {
  return placed.reduce((last, { week }) => Math.max(last, week ?? 0), 0);
}
