/** A planned sitting before it has an id. */
export type PlannedSession = {
  readonly title: string;
  readonly moduleCode: string;
  readonly date: string;
  readonly startTime: string;
  readonly minutes: number;
};

const DAY_STARTS = 9 * 60;
const DAY_ENDS = 17 * 60;
const LONGEST = DAY_ENDS - DAY_STARTS;

/**
 * A first plan for the sessions of an activity: one for each module, one after the other from 09:00, over to the next day
 * when the day would end after 17:00. A module longer than a day is taught in parts.
 */
export function planSessions(
  modules: readonly { readonly code: string; readonly title: string; readonly minutes: number }[],
  startsOn: string,
): readonly PlannedSession[] {
  const planned: PlannedSession[] = [];
  let date = startsOn;
  let clock = DAY_STARTS;
  for (const part of modules.flatMap(inParts)) {
    if (clock + part.minutes > DAY_ENDS && clock > DAY_STARTS) {
      date = addDays(date, 1);
      clock = DAY_STARTS;
    }
    planned.push({
      title: part.title,
      moduleCode: part.code,
      date,
      startTime: clockText(clock),
      minutes: part.minutes,
    });
    clock += part.minutes;
  }
  return planned;
}

/** A date so many days later (earlier when negative), `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  const moment = new Date(`${date}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The date in a zone at an instant, `YYYY-MM-DD`. */
export function dateInZone(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date(instant));
}

/** Minutes since midnight as `HH:MM`. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

function inParts(module: {
  readonly code: string;
  readonly title: string;
  readonly minutes: number;
}): readonly { readonly code: string; readonly title: string; readonly minutes: number }[] {
  const count = Math.ceil(module.minutes / LONGEST);
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
