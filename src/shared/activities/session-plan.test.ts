import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatOfPlan,
  isSelfPaced,
  PLAIN_PLAN,
  type PlanModule,
  planProblem,
  planSessions,
  type SessionPlan,
  USUAL_PLAN,
} from './session-plan.ts';

const module = (code: string, minutes: number, format = 'workshop'): PlanModule => ({
  code,
  title: code,
  minutes,
  format,
});
const shown = (weeks: readonly (readonly PlanModule[])[], startsOn: string, plan: SessionPlan) =>
  planSessions(weeks, startsOn, plan).map(
    ({ title, date, startTime, minutes }) => `${title} ${date} ${startTime} ${minutes}`,
  );

describe('planSessions', () => {
  test('goes one after the other from nine and over to the next day at five', () => {
    expect(shown([[module('A', 240), module('B', 240), module('C', 15)]], '2026-12-31', PLAIN_PLAN)).toEqual([
      'A 2026-12-31 09:00 240',
      'B 2026-12-31 13:00 240',
      'C 2027-01-01 09:00 15',
    ]);
  });

  test('teaches a module longer than a stretch of the day in parts', () => {
    expect(shown([[module('A', 1_000)]], '2026-11-24', PLAIN_PLAN)).toEqual([
      'A (part 1 of 3) 2026-11-24 09:00 333',
      'A (part 2 of 3) 2026-11-25 09:00 333',
      'A (part 3 of 3) 2026-11-26 09:00 334',
    ]);
  });

  test('keeps the break free and teaches on the days of the week that were chosen', () => {
    // 2026-11-27 is a Friday.
    const plan = shown([[module('A', 150), module('B', 60), module('C', 240)]], '2026-11-27', USUAL_PLAN);
    expect(plan).toEqual(['A 2026-11-27 09:00 150', 'B 2026-11-27 13:00 60', 'C 2026-11-30 13:00 240']);
  });

  test('starts each week on its first day of teaching, and goes on where a week runs over', () => {
    const weeks = [[module('A', 60)], [], [module('B', 60)]];
    expect(shown(weeks, '2026-11-28', USUAL_PLAN)).toEqual([
      'A 2026-11-30 09:00 60',
      'B 2026-12-14 09:00 60',
    ]);
    const full = [Array.from({ length: 16 }, (_, index) => module(`A${index}`, 180)), [module('B', 60)]];
    expect(shown(full, '2026-11-30', { ...USUAL_PLAN, weekdays: [1] }).at(-1)).toBe('B 2027-01-18 16:00 60');
  });

  test('puts self-paced modules after the hours, leaves them out, or teaches them', () => {
    const weeks = [[module('A', 60), module('B', 60, 'self_paced'), module('C', 60)]];
    const by = (selfPaced: SessionPlan['selfPaced']) =>
      shown(weeks, '2026-11-30', { ...USUAL_PLAN, selfPaced });
    expect(by('own-time')).toEqual([
      'A 2026-11-30 09:00 60',
      'C 2026-11-30 10:00 60',
      'B (self-paced) 2026-11-30 17:00 60',
    ]);
    expect(by('leave-out')).toEqual(['A 2026-11-30 09:00 60', 'C 2026-11-30 10:00 60']);
    expect(by('as-sessions')[1]).toBe('B 2026-11-30 10:00 60');
  });

  test('property: no minute is lost, nothing overlaps, hours, break and days of the week are kept', () => {
    const modules = fc.array(
      fc.record({
        code: fc.constant('M'),
        title: fc.constant('M'),
        minutes: fc.integer({ min: 5, max: 2_400 }),
        format: fc.constantFrom('workshop', 'self_paced'),
      }),
      { maxLength: 12 },
    );
    const plans = fc.record({
      dayStarts: fc.constantFrom('07:30', '09:00', '12:00'),
      dayEnds: fc.constantFrom('11:30', '17:00', '21:45', '23:30'),
      pause: fc.option(
        fc.record({ from: fc.constantFrom('10:00', '12:30', '13:00'), minutes: fc.constantFrom(15, 60) }),
      ),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      selfPaced: fc.constantFrom('own-time' as const, 'as-sessions' as const, 'leave-out' as const),
      inWeeks: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(modules, { minLength: 1, maxLength: 4 }), plans, (weeks, plan) => {
        fc.pre(planProblem(plan) === null);
        const planned = planSessions(weeks, '2026-02-27', plan);
        const wanted = weeks
          .flat()
          .filter((one) => plan.selfPaced !== 'leave-out' || !isSelfPaced(one))
          .reduce((sum, { minutes }) => sum + minutes, 0);
        expect(planned.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(wanted);
        let free = 0;
        for (const { title, date, startTime, minutes } of planned) {
          const start = Date.parse(`${date}T${startTime}:00Z`) / 60_000;
          expect(start).toBeGreaterThanOrEqual(free);
          free = start + minutes;
          const day = Date.parse(`${date}T00:00:00Z`) / 60_000;
          expect(free - day).toBeLessThan(24 * 60);
          expect(plan.weekdays).toContain(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
          if (title.includes('(self-paced)')) continue;
          const clock = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
          expect(start - day).toBeGreaterThanOrEqual(clock(plan.dayStarts));
          expect(free - day).toBeLessThanOrEqual(clock(plan.dayEnds));
          if (plan.pause === null) continue;
          const from = clock(plan.pause.from);
          expect(free - day <= from || start - day >= from + plan.pause.minutes).toBe(true);
        }
      }),
    );
  });
});

test.each<[string, Partial<SessionPlan>, string | null]>([
  ['the usual plan', {}, null],
  ['a time that is left empty', { dayStarts: '' }, 'Fill in when the day and the break start and end.'],
  ['no day', { weekdays: [] }, 'Choose at least one day of the week.'],
  [
    'a day that ends first',
    { dayEnds: '08:00' },
    'The day ends before it starts. Correct one of the two times.',
  ],
  [
    'a break outside',
    { pause: { from: '17:30', minutes: 30 } },
    'The break does not lie within the day. Move it, or leave it out.',
  ],
  [
    'a break until the end',
    { pause: { from: '16:30', minutes: 30 } },
    'The break does not lie within the day. Move it, or leave it out.',
  ],
  [
    'nothing but break',
    { dayEnds: '10:30', pause: { from: '09:30', minutes: 30 } },
    'No hour of the day is left without a break. Lengthen the day or move the break.',
  ],
])('%s', (_name, change, problem) => {
  expect(planProblem({ ...USUAL_PLAN, ...change })).toBe(problem);
});

test('the learning format says whether parts are done in one’s own time', () => {
  const live = module('A', 60);
  const own = module('B', 60, 'self_paced');
  expect(formatOfPlan([live], USUAL_PLAN).learningFormat).toBe('live activity');
  expect(formatOfPlan([own], USUAL_PLAN).learningFormat).toBe('enduring material');
  expect(formatOfPlan([live, own], USUAL_PLAN)).toEqual({
    learningFormat: 'other',
    formatDescription: 'blended: live sessions and self-paced modules',
  });
  expect(formatOfPlan([live, own], { selfPaced: 'leave-out' }).learningFormat).toBe('live activity');
});
