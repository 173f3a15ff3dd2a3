import type { OutlineItem, Schedule } from '../contract/curricula.ts';
import type { Module } from '../contract/modules.ts';
import type { LearningFormat } from '../contract/primitives.ts';
import { readOutline } from '../curricula/read-outline.ts';
import { workload } from '../curricula/workload.ts';
import { addDays, clockText } from './schedule.ts';

/** How the sessions of a new activity are laid out. Times are wall-clock times, `HH:MM`. */
export type SessionPlan = {
  readonly dayStarts: string;
  readonly dayEnds: string;
  /** A break on every day, null for none. */
  readonly pause: { readonly from: string; readonly minutes: number } | null;
  /** Days on which is taught, 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[];
  /**
   * Self-paced modules as parts that everybody does in their own time, after the hours of the day so that no minute counts
   * twice; not in this activity; or as sessions like the others.
   */
  readonly selfPaced: 'own-time' | 'leave-out' | 'as-sessions';
  /** Whether modules go into the weeks of the curriculum's schedule. */
  readonly inWeeks: boolean;
};

/** What the window starts with. */
export const USUAL_PLAN: SessionPlan = {
  dayStarts: '09:00',
  dayEnds: '17:00',
  pause: { from: '12:00', minutes: 60 },
  weekdays: [1, 2, 3, 4, 5],
  selfPaced: 'own-time',
  inWeeks: true,
};

/**
 * One session after the other from nine to five on every day, self-paced modules as sessions like the others: what
 * `activities.create` plans where its caller sends no plan. The window always sends one. The sample office, the demo and tests
 * send none: they mark attendance, so that every module has to be a sitting at a known time.
 */
export const PLAIN_PLAN: SessionPlan = {
  ...USUAL_PLAN,
  pause: null,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  selfPaced: 'as-sessions',
  inWeeks: false,
};

/** A planned sitting before it has an id. */
export type PlannedSession = {
  readonly title: string;
  readonly moduleCode: string;
  readonly date: string;
  readonly startTime: string;
  readonly minutes: number;
  /** Done when it suits: its time only keeps it apart from the others. */
  readonly ownTime: boolean;
};

/** What is planned of a module. */
export type PlanModule = Pick<Module, 'code' | 'title' | 'minutes' | 'format'>;

/** The shortest stretch without a break that a day must have, in minutes. */
const SHORTEST_STRETCH = 60;
const MIDNIGHT = 24 * 60;
const CLOCK_TIME = /^\d\d:\d\d$/;

/** What is wrong with a plan, with the next step; null when sessions can be planned by it. */
export function planProblem(plan: SessionPlan): string | null {
  if (plan.weekdays.length === 0) return 'Choose at least one day of the week.';
  if (![plan.dayStarts, plan.dayEnds, plan.pause?.from ?? '12:00'].every((time) => CLOCK_TIME.test(time)))
    return 'Fill in when the day and the break start and end.';
  if (minutesOf(plan.dayEnds) <= minutesOf(plan.dayStarts))
    return 'The day ends before it starts. Correct one of the two times.';
  if (plan.pause !== null) {
    const from = minutesOf(plan.pause.from);
    if (from <= minutesOf(plan.dayStarts) || from + plan.pause.minutes >= minutesOf(plan.dayEnds))
      return 'The break does not lie within the day. Move it, or leave it out.';
  }
  if (longest(stretchesOf(plan)) < SHORTEST_STRETCH)
    return 'No hour of the day is left without a break. Lengthen the day or move the break.';
  return null;
}

/** The modules of an outline by week, the first week first: those of its schedule, or all in one where it has none. */
export function modulesByWeek(
  outline: {
    readonly items: readonly OutlineItem[];
    readonly content: readonly Module[];
    readonly schedule: Schedule;
  },
  { inWeeks }: Pick<SessionPlan, 'inWeeks'>,
): readonly (readonly Module[])[] {
  const modules = new Map(outline.content.map((module) => [module.id, module]));
  const read = readOutline([...outline.items], (id) => modules.get(id));
  const shared = inWeeks ? workload(read, outline.schedule) : null;
  const weeks = shared === null ? [read.placed] : shared.weeks.map((week) => week.modules);
  return weeks.map((placed) => placed.flatMap(({ module }) => modules.get(module.id) ?? []));
}

/** Whether a module is done in one's own time. */
export function isSelfPaced({ format }: Pick<Module, 'format'>): boolean {
  return format === 'self_paced';
}

/** The learning format of an activity with these modules, and its description where the format asks for one. */
export function formatOfPlan(
  modules: readonly PlanModule[],
  { selfPaced }: Pick<SessionPlan, 'selfPaced'>,
): { readonly learningFormat: LearningFormat; readonly formatDescription: string } {
  const own = selfPaced === 'own-time' ? modules.filter(isSelfPaced).length : 0;
  if (own === 0) return { learningFormat: 'live activity', formatDescription: '' };
  if (own === modules.length) return { learningFormat: 'enduring material', formatDescription: '' };
  return { learningFormat: 'other', formatDescription: 'blended: live sessions and self-paced modules' };
}

/**
 * The sessions of a new activity in the order of the clock: week after week, each on the first day of teaching on or after
 * its first day, one after the other, over to the next day of teaching when the day would end too late. A module longer
 * than a stretch of a day is taught in parts. The plan must be one without a {@link planProblem}.
 */
export function planSessions(
  weeks: readonly (readonly PlanModule[])[],
  startsOn: string,
  plan: SessionPlan,
): readonly PlannedSession[] {
  const isOwn = (module: PlanModule): boolean => plan.selfPaced !== 'as-sessions' && isSelfPaced(module);
  const live = weeks.map((modules) => modules.filter((module) => !isOwn(module)));
  const taught = sequence(live, startsOn, plan.weekdays, stretchesOf(plan));
  if (plan.selfPaced !== 'own-time') return taught;
  const own = weeks.map((modules) =>
    modules.filter(isOwn).map((module) => ({ ...module, title: `${module.title} (self-paced)` })),
  );
  const hasLive = taught.length > 0;
  const after = [{ from: minutesOf(plan.dayEnds), to: MIDNIGHT - 1 }];
  const done = sequence(
    own,
    startsOn,
    plan.weekdays,
    hasLive && longest(after) >= SHORTEST_STRETCH ? after : stretchesOf(plan),
    hasLive && longest(after) < SHORTEST_STRETCH ? taught.at(-1)?.date : undefined,
  );
  return [...taught, ...done.map((session) => ({ ...session, ownTime: true }))].toSorted(byClock);
}

/** A stretch of a day without a break, in minutes since midnight. */
type Stretch = { readonly from: number; readonly to: number };

function stretchesOf({ dayStarts, dayEnds, pause }: SessionPlan): readonly Stretch[] {
  const [from, to] = [minutesOf(dayStarts), minutesOf(dayEnds)];
  if (pause === null) return [{ from, to }];
  const breakFrom = minutesOf(pause.from);
  return [
    { from, to: breakFrom },
    { from: breakFrom + pause.minutes, to },
  ];
}

function longest(stretches: readonly Stretch[]): number {
  return Math.max(...stretches.map(({ from, to }) => to - from));
}

/** `after` is a day that has passed already: nothing is placed on it or before it. */
function sequence(
  weeks: readonly (readonly PlanModule[])[],
  startsOn: string,
  weekdays: readonly number[],
  stretches: readonly Stretch[],
  after?: string,
): readonly PlannedSession[] {
  const planned: PlannedSession[] = [];
  let date = teachingDay(after === undefined ? startsOn : addDays(after, 1), weekdays);
  let at = 0;
  let clock = stretches[0]?.from ?? 0;
  weeks.forEach((modules, week) => {
    const first = teachingDay(addDays(startsOn, week * 7), weekdays);
    if (modules.length > 0 && first > date) {
      date = first;
      at = 0;
      clock = stretches[0]?.from ?? 0;
    }
    for (const part of modules.flatMap((module) => inParts(module, longest(stretches)))) {
      while (clock + part.minutes > (stretches[at]?.to ?? MIDNIGHT)) {
        at += 1;
        if (at === stretches.length) {
          at = 0;
          date = teachingDay(addDays(date, 1), weekdays);
        }
        clock = stretches[at]?.from ?? 0;
      }
      planned.push({
        title: part.title,
        moduleCode: part.code,
        date,
        startTime: clockText(clock),
        minutes: part.minutes,
        ownTime: false,
      });
      clock += part.minutes;
    }
  });
  return planned;
}

/** The first day of teaching on or after a day. */
function teachingDay(date: string, weekdays: readonly number[]): string {
  const days = Array.from({ length: 7 }, (_, index) => addDays(date, index));
  return days.find((day) => weekdays.includes(weekdayOf(day))) ?? date;
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(date: string): number {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}

/** Earlier first; 0 for the same moment, so that live teaching stays before what is done in one's own time. */
function byClock(a: PlannedSession, b: PlannedSession): number {
  const [one, other] = [`${a.date} ${a.startTime}`, `${b.date} ${b.startTime}`];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

function inParts(module: PlanModule, most: number): readonly Omit<PlanModule, 'format'>[] {
  const count = Math.ceil(module.minutes / most);
  if (count <= 1) return [module];
  const shorter = Math.floor(module.minutes / count);
  const longer = module.minutes - shorter * count;
  return Array.from({ length: count }, (_, index) => ({
    code: module.code,
    title: `${module.title} (part ${index + 1} of ${count})`,
    // The last parts take the minutes that do not share out evenly.
    minutes: index >= count - longer ? shorter + 1 : shorter,
  }));
}
