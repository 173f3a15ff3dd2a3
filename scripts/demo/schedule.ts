import { contentOf } from '../../src/shared/activities/content.ts';
import type { Output } from '../../src/shared/contract/index.ts';
import type { DemoEngine } from './engine.ts';

type Session = Output<'activities.get'>['sessions'][number];

const DAY_MINUTES = 1_440;
const STEP_MINUTES = 5;

/**
 * Moves the activity to when the report says that people were there: its first day to the day of the first join, its
 * first session to the time of it. Without this the report would meet no session. `firstJoin` is `YYYY-MM-DDTHH:MM`.
 */
export async function fitToReport(engine: DemoEngine, activityId: number, firstJoin: string): Promise<void> {
  const activity = await engine.ask('activities.get', { id: activityId });
  const [date = activity.startsOn, time = '09:00'] = firstJoin.split('T');
  await engine.ask('activities.update', {
    id: activityId,
    content: {
      ...contentOf(activity),
      startsOn: date,
      endsOn: shifted(activity.endsOn, activity.startsOn, date),
    },
  });
  const { sessions } = await engine.ask('activities.get', { id: activityId });
  await engine.ask('activities.setSessions', { id: activityId, sessions: [...startingAt(sessions, time)] });
}

/** The sessions with the first one at a time of day, the others as far from it as before, none past midnight. */
function startingAt(sessions: readonly Session[], time: string): readonly Session[] {
  const [first] = sessions;
  if (!first) return sessions;
  const wanted = Math.floor(minuteOf(time) / STEP_MINUTES) * STEP_MINUTES - minuteOf(first.startTime);
  const latest = Math.max(...sessions.map(({ startTime, minutes }) => minuteOf(startTime) + minutes));
  const earliest = Math.min(...sessions.map(({ startTime }) => minuteOf(startTime)));
  const move = Math.max(-earliest, Math.min(wanted, DAY_MINUTES - latest));
  return sessions.map((session) => ({ ...session, startTime: clock(minuteOf(session.startTime) + move) }));
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** A date moved by as many days as lie between two others. */
function shifted(date: string, from: string, to: string): string {
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  return new Date(at(date) + at(to) - at(from)).toISOString().slice(0, 10);
}
