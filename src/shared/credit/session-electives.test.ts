import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tight } from '../curricula/elective-choices.test-support.ts';
import { completion, creditActivity, maximumQuarters, maximumSum, minutesNeeded } from './completion.ts';
import { distinctMinutes } from './concurrent.ts';
import { attendanceShare, longestChoice, type SessionElectives } from './session-electives.ts';

type Session = {
  readonly id: number;
  readonly title: string;
  readonly moduleCode: string | null;
  readonly date: string;
  readonly startTime: string;
  readonly minutes: number;
  readonly countsForCredit: boolean;
};

/** One session an hour apart from the next, so that none are at the same time. */
function row(...parts: readonly (readonly [string | null, number])[]): readonly Session[] {
  return parts.map(([moduleCode, minutes], index) => ({
    id: index + 1,
    title: moduleCode ?? 'Opening',
    moduleCode,
    date: `2026-11-${String(index + 1).padStart(2, '0')}`,
    startTime: '09:00',
    minutes,
    countsForCredit: true,
  }));
}

const anyTwo: SessionElectives = {
  title: 'Specialty',
  rule: { by: 'count', atLeast: 2 },
  moduleCodes: ['A', 'B', 'C', 'D', 'E'],
};
const course = row([null, 120], ['A', 30], ['B', 45], ['C', 60], ['D', 60], ['E', 90]);
const NO_RULES = {
  minimumAttendancePercent: 100,
  assessmentRequired: false,
  passPercent: 0,
  evaluationRequired: false,
};
const attended = (minutes: Readonly<Record<number, number>>) => ({
  minutes: new Map(Object.entries(minutes).map(([id, spent]) => [Number(id), spent])),
  assessmentPercent: null,
  evaluationReturnedOn: null,
  claimedQuarters: null,
});

describe('the designated maximum', () => {
  test('is what one person can earn, not the sum of the alternatives', () => {
    // 120 + 60 + 90 = 270 min of 405.
    expect(maximumQuarters(course, 'nearest', [anyTwo])).toBe(18);
    expect(maximumQuarters(course, 'nearest', [])).toBe(27);
    expect(maximumSum(course, 'nearest', [anyTwo])).toEqual([
      { label: 'Opening', value: '120 min' },
      { label: 'A', value: 'elective beyond the rule (30 min)' },
      { label: 'B', value: 'elective beyond the rule (45 min)' },
      { label: 'C', value: '60 min' },
      { label: 'D', value: 'elective beyond the rule (60 min)' },
      { label: 'E', value: '90 min' },
      { label: 'Minutes of one learner', value: '270 min' },
      { label: '270 min ÷ 60', value: '4.50' },
      { label: 'To the nearest quarter hour', value: '4.5' },
    ]);
  });

  test('electives at the same time: whoever takes one misses the other', () => {
    const at = (id: number, code: string, date: string, minutes: number): Session => ({
      id,
      title: code,
      moduleCode: code,
      date,
      startTime: '09:00',
      minutes,
      countsForCredit: true,
    });
    // A and B are at the same time, C and D short and apart: A with C, never A with B nor all of the clock.
    const parallel = [
      at(1, 'A', '2026-11-01', 60),
      at(2, 'B', '2026-11-01', 60),
      at(3, 'C', '2026-11-02', 30),
      at(4, 'D', '2026-11-03', 30),
    ];
    expect(maximumQuarters(parallel, 'nearest', [anyTwo])).toBe(6);
  });

  test('a module in several sittings is one choice; one that is not certified is none', () => {
    const parts = row(['A', 60], ['A', 60], ['B', 90]);
    const anyOne: SessionElectives = { ...anyTwo, rule: { by: 'count', atLeast: 1 } };
    expect(maximumQuarters(parts, 'nearest', [anyOne])).toBe(8);
    const uncertified = parts.map((one) => ({ ...one, countsForCredit: one.moduleCode !== 'A' }));
    expect(maximumQuarters(uncertified, 'nearest', [anyOne])).toBe(6);
  });
});

describe('the share of attendance', () => {
  test('two of five is everything that is asked; three is no more than everything', () => {
    const found = completion(
      creditActivity({
        sessions: course,
        electives: [anyTwo],
        maximum: 18,
        rules: NO_RULES,
        rounding: 'nearest',
      }),
      'participation',
      attended({ 1: 120, 2: 30, 6: 90 }),
    );
    expect(found).toMatchObject({ complete: true, minutesAttended: 240, minutesOffered: 240 });
    const three = attended({ 1: 120, 2: 30, 3: 45, 6: 90 });
    const more = completion(
      creditActivity({
        sessions: course,
        electives: [anyTwo],
        maximum: 18,
        rules: NO_RULES,
        rounding: 'nearest',
      }),
      'participation',
      three,
    );
    expect(more).toMatchObject({ complete: true, minutesAttended: 285, earnedQuarters: 18 });
    expect(
      more.sum.filter(({ label }) => label.startsWith('Specialty') || label.includes('ttended')),
    ).toEqual([
      { label: 'Specialty: any 2 of 5', value: '135 of 135 min' },
      { label: 'Attended of what is asked', value: '255 of 255 min' },
      { label: 'Minutes attended', value: '285 min' },
      { label: 'Attended, in credit hours', value: '4.5' },
    ]);
  });

  test('one of two that are asked: the shortest of the rest is what is missing', () => {
    const found = completion(
      creditActivity({
        sessions: course,
        electives: [anyTwo],
        maximum: 18,
        rules: NO_RULES,
        rounding: 'nearest',
      }),
      'participation',
      attended({ 1: 120, 6: 90 }),
    );
    expect(found.missing).toEqual([
      { what: 'attendance-short', sentence: 'Attended 3 h 30 min of 4 h; 4 h (100%) are needed.' },
      {
        what: 'electives',
        sentence: 'Of “Specialty” (any 2 of 5) attended 1 h 30 min of 2 h; 2 h (100%) are needed.',
      },
    ]);
  });

  test('whoever takes no elective lacks them, however much else was attended', () => {
    const rules = { ...NO_RULES, minimumAttendancePercent: 50 };
    const activity = {
      sessions: course,
      electives: [anyTwo],
      maximum: 18,
      rules,
      rounding: 'nearest' as const,
    };
    const found = completion(creditActivity(activity), 'participation', attended({ 1: 120 }));
    expect(found).toMatchObject({ complete: false, minutesCounted: 120, minutesOffered: 195 });
    expect(found.missing).toEqual([
      {
        what: 'electives',
        sentence: 'Of “Specialty” (any 2 of 5) attended 0 min of 1 h 15 min; 38 min (50%) are needed.',
      },
    ]);
    const any = { ...activity, rules: { ...rules, minimumAttendancePercent: 0 } };
    expect(completion(creditActivity(any), 'participation', attended({ 1: 120 })).complete).toBe(true);
  });

  test('of a rule by credit only its minutes are asked', () => {
    const byCredit: SessionElectives = { ...anyTwo, rule: { by: 'credit', quarters: 4 } };
    const found = completion(
      creditActivity({
        sessions: course,
        electives: [byCredit],
        maximum: 14,
        rules: NO_RULES,
        rounding: 'nearest',
      }),
      'participation',
      attended({ 1: 120, 2: 30, 3: 30 }),
    );
    expect(found).toMatchObject({ complete: true, minutesOffered: 180 });
  });
});

const groups = fc.array(
  fc.oneof(
    fc.record({ by: fc.constant('count' as const), atLeast: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ by: fc.constant('credit' as const), quarters: fc.integer({ min: 1, max: 12 }) }),
  ),
  { minLength: 1, maxLength: 2 },
);
const sittings = fc.array(
  fc.record({
    group: fc.integer({ min: 0, max: 2 }),
    hour: fc.integer({ min: 8, max: 14 }),
    minutes: fc.integer({ min: 1, max: 12 }).map((steps) => steps * 15),
  }),
  { minLength: 1, maxLength: 8 },
);
const built = fc.tuple(groups, sittings).map(([rules, list]) => {
  const sessions = list.map(
    ({ group, hour, minutes }, index): Session => ({
      id: index,
      title: `S${index}`,
      moduleCode: group < rules.length ? `${group}-${index}` : null,
      date: '2026-11-12',
      startTime: `${String(hour).padStart(2, '0')}:00`,
      minutes,
      countsForCredit: true,
    }),
  );
  const electives = rules.map(
    (rule, group): SessionElectives => ({
      title: `Group ${group}`,
      rule,
      moduleCodes: sessions.flatMap(({ moduleCode }) =>
        moduleCode?.startsWith(`${group}-`) ? [moduleCode] : [],
      ),
    }),
  );
  return { sessions, electives };
});
const clock = (sessions: readonly Session[]): number =>
  distinctMinutes(sessions.map((session) => ({ ...session, spent: session.minutes })));

test('property: the longest choice is the longest of all choices that the rules ask for, also at the same time', () => {
  fc.assert(
    fc.property(built, ({ sessions, electives }) => {
      const required = sessions.filter(({ moduleCode }) => moduleCode === null);
      const joint = electives.reduce<readonly (readonly Session[])[]>(
        (choices, { rule, moduleCodes }) => {
          const own = sessions.filter(({ moduleCode }) => moduleCodes.includes(moduleCode ?? ''));
          return choices.flatMap((choice) => tight(rule, own).map((more) => [...choice, ...more]));
        },
        [required],
      );
      expect(clock(longestChoice(sessions, electives))).toBe(Math.max(...joint.map(clock)));
    }),
  );
});

test('property: more attendance never counts less, and nobody is asked more than there is', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(
      built,
      shares,
      shares,
      fc.integer({ min: 0, max: 100 }),
      ({ sessions, electives }, some, add, percent) => {
        // At the same time nobody is in two places: what counts of one sitting may then be taken from another.
        const apart = sessions.map((session, index) => ({ ...session, date: `2026-11-${10 + index}` }));
        const spend = (part: (index: number) => number) =>
          apart.map((session, index) => ({
            ...session,
            spent: Math.floor((session.minutes * Math.min(100, part(index))) / 100),
          }));
        const before = attendanceShare(
          spend((index) => some[index] ?? 0),
          electives,
          percent,
        );
        const after = attendanceShare(
          spend((index) => (some[index] ?? 0) + (add[index] ?? 0)),
          electives,
          percent,
        );
        const reaches = ({ attended: minutes, offered }: typeof before): boolean =>
          minutes >= minutesNeeded(offered, percent);
        expect(before.attended).toBeLessThanOrEqual(before.offered);
        if (reaches(before)) expect(reaches(after)).toBe(true);
        const all = attendanceShare(
          spend(() => 100),
          electives,
          percent,
        );
        expect(all.attended).toBe(all.offered);
      },
    ),
  );
});
