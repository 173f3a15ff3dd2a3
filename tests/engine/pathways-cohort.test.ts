import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSolver, type Solver } from '../../src/main/pathways/solver/highs-solver.ts';
import { createInlineSolver } from '../../src/main/pathways/solver/inline.ts';
import type { Input } from '../../src/shared/contract/index.ts';
import { bestSets, type CoverProblem } from '../../src/shared/pathways/best-sets.ts';
import { enrol, openCourse } from './course.ts';
import { openEngine, type TestEngine } from './fixture.ts';
import { seeded } from './pathway-cases.ts';

/** What a whole activity lacks, and the fewest modules that close most of it. */

let office: TestEngine;
let solver: Solver;
beforeAll(async () => {
  office = await openEngine({ now: () => '2026-11-24T18:00:00.000Z' });
  await office.withOffice();
  solver = await loadSolver();
});
afterAll(() => office.close());

async function shows(personId: number, levels: Readonly<Record<string, 0 | 1 | 2 | 3>>): Promise<void> {
  await office.ask('learners.recordEvidence', {
    personId,
    evidence: Object.entries(levels).map(([competencyCode, level]) => ({
      competencyCode,
      level,
      kind: 'assessment' as const,
      datedOn: '2026-11-01',
      source: 'Entry test',
      reason: '',
    })),
  });
}

async function cohortOf(people: readonly Partial<Input<'people.create'>>[]): Promise<{
  readonly activityId: number;
  readonly personIds: readonly number[];
}> {
  const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
  await enrol(office, activity.id, people);
  const { rows } = await office.ask('attendance.grid', { activityId: activity.id });
  const names = people.map(({ familyName }) => familyName ?? '');
  return {
    activityId: activity.id,
    personIds: names.map((name) => rows.find((row) => row.name.endsWith(name))?.personId ?? 0),
  };
}

describe('a cohort', () => {
  test('is counted by level, and every person’s gaps are named', async () => {
    const { activityId, personIds } = await cohortOf([
      { familyName: 'Abara', specialty: 'Diagnostic Radiology' },
      { familyName: 'Brandt', profession: 'nurse' },
      { familyName: 'Castillo' },
    ]);
    await shows(personIds[0] ?? 0, { F1: 2, G2: 1 });
    const found = await office.ask('pathways.cohort', { activityId, targets: { G2: 2, F1: 2 } });
    expect(found).toMatchObject({ people: 3, gaps: 5, unreachable: 0 });
    expect(found.competencies.map(({ code, atLevel, below }) => [code, atLevel, below])).toEqual([
      ['F1', [2, 0, 1, 0], 2],
      ['G2', [2, 1, 0, 0], 3],
    ]);
    expect(found.learners.map(({ name, gaps, known }) => [name, gaps, known])).toEqual([
      ['Ana Abara', ['G2'], true],
      ['Ana Brandt', ['F1', 'G2'], false],
      ['Ana Castillo', ['F1', 'G2'], false],
    ]);
    // M-G03 closes three gaps and needs nothing; M-F01 the other two.
    expect(found.sets).toEqual([
      {
        modules: [expect.objectContaining({ code: 'M-G03', minutes: 60, added: false })],
        minutes: 60,
        gapsClosed: 3,
      },
      {
        modules: [
          expect.objectContaining({ code: 'M-F01', added: false }),
          expect.objectContaining({ code: 'M-G03', added: false }),
        ],
        minutes: 105,
        gapsClosed: 5,
      },
    ]);
  });

  test('prerequisites come along and count; a level that is bound to a specialty is closed by its own module', async () => {
    const { activityId } = await cohortOf([
      { familyName: 'Dvorak', specialty: 'Radiology' },
      { familyName: 'Eriksen', profession: 'nurse' },
      { familyName: 'Fontaine', specialty: 'Psychiatry' },
    ]);
    const found = await office.ask('pathways.cohort', { activityId, targets: { C2: 3 } });
    expect(found).toMatchObject({ gaps: 3, unreachable: 1 });
    const [first, second] = found.sets;
    // M-C10 with M-F01, M-F03 and M-C02 for the radiologist takes 255 minutes; M-C19 for the nurse needs M-F05 as well.
    expect(first?.modules.map(({ code, added }) => [code, added])).toEqual([
      ['M-C02', true],
      ['M-C10', false],
      ['M-F01', true],
      ['M-F03', true],
    ]);
    expect(first).toMatchObject({ minutes: 255, gapsClosed: 1 });
    expect(second?.modules.map(({ code }) => code)).toEqual([
      'M-C02',
      'M-C10',
      'M-C19',
      'M-F01',
      'M-F03',
      'M-F05',
    ]);
    expect(second?.gapsClosed).toBe(2);
  });

  test('a group is assumed until a pathway is saved for another; then that counts, everywhere', async () => {
    const { activityId, personIds } = await cohortOf([
      { familyName: 'Ilves', specialty: 'Psychiatry' },
      { familyName: 'Jansen', specialty: 'Geriatric Oncology' },
    ]);
    const [personId = 0] = personIds;
    const before = await office.ask('pathways.cohort', { activityId, targets: { C2: 3 } });
    expect(before).toMatchObject({ gaps: 2, unreachable: 1 });
    expect(before.learners.map(({ group }) => group)).toEqual([
      { code: '', pathwayId: null },
      { code: 'oncology', pathwayId: null },
    ]);

    const save = async (specialty: string): Promise<number> => {
      const { answerId } = await office.ask('pathways.solve', {
        personId,
        request: {
          specialty,
          practiceArea: '',
          targets: { F1: 1 },
          creditQuarters: 0,
          maximumMinutes: null,
          domainMinutes: {},
          include: [],
          exclude: [],
          waived: [],
        },
      });
      return (await office.ask('pathways.save', { answerId, title: 'Plan' })).id;
    };
    await save('cardiology');
    const pathwayId = await save('radiology');
    const after = await office.ask('pathways.cohort', { activityId, targets: { C2: 3 } });
    expect(after).toMatchObject({ gaps: 2, unreachable: 0 });
    expect(after.learners.map(({ group }) => group)).toEqual([
      { code: 'radiology', pathwayId },
      { code: 'oncology', pathwayId: null },
    ]);
    expect((await office.ask('learners.levels', { personId })).group).toEqual({
      code: 'radiology',
      pathwayId,
    });

    // One that is saved for none in particular leaves it assumed.
    await save('');
    expect((await office.ask('learners.levels', { personId })).group).toEqual({ code: '', pathwayId: null });
  });

  test('a prerequisite that everyone knows does not come along', async () => {
    const { activityId, personIds } = await cohortOf([{ familyName: 'Gupta' }, { familyName: 'Haddad' }]);
    for (const personId of personIds) await shows(personId, { F1: 2, F5: 1, C1: 1 });
    const found = await office.ask('pathways.cohort', { activityId, targets: { F3: 2 } });
    expect(found.sets[0]?.modules.map(({ code }) => code)).toEqual(['M-F03']);
  });

  test('nobody enrolled is no gap and no set', async () => {
    const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    expect(
      await office.ask('pathways.cohort', { activityId: activity.id, targets: { F1: 2 } }),
    ).toMatchObject({
      people: 0,
      gaps: 0,
      sets: [],
      learners: [],
    });
  });

  test('a search that takes too long leaves the counts, and says so', async () => {
    const hasty = await openEngine({ solver: createInlineSolver(0) });
    try {
      await hasty.withOffice();
      const { id: activityId } = await openCourse(hasty, [{ at: '09:00', minutes: 60 }]);
      await enrol(hasty, activityId, [{ familyName: 'Abara' }]);
      expect(await hasty.ask('pathways.cohort', { activityId, targets: { F1: 2 } })).toMatchObject({
        gaps: 1,
        sets: [],
        searched: false,
      });
    } finally {
      await hasty.close();
    }
  });

  test.each<[string, Record<string, 1 | 2 | 3>, string]>([
    ['no targets', {}, 'pathways/no-targets'],
    ['a competency that is not there', { X9: 1 }, 'request/invalid'],
  ])('%s are refused', async (_, targets, code) => {
    const activity = await openCourse(office, [{ at: '09:00', minutes: 60 }]);
    expect((await office.fault('pathways.cohort', { activityId: activity.id, targets })).code).toBe(code);
  });
});

describe('the best sets', () => {
  test('agree with a search through every set on 150 made-up cohorts', () => {
    for (let seed = 1; seed <= 150; seed += 1) {
      const problem = madeUpCover(seed);
      const found = bestSets(problem, solver(performance.now() + 60_000));
      expect(
        found.map(({ modules, minutes, gapsClosed }) => ({
          codes: modules.map(({ code }) => code),
          minutes,
          gapsClosed,
        })),
        `seed ${seed}`,
      ).toEqual(everySet(problem));
    }
  });
});

function madeUpCover(seed: number): CoverProblem {
  const random = seeded(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const codes = Array.from({ length: 4 + below(6) }, (_, index) => `M-${index + 1}`);
  return {
    modules: codes.map((code, index) => ({
      code,
      title: code,
      minutes: 5 * (1 + below(4)),
      needs: codes.slice(0, index).filter(() => random() < 0.15),
    })),
    gaps: Array.from({ length: 1 + below(8) }, () => ({
      count: 1 + below(5),
      closedBy: codes.filter(() => random() < 0.25),
    })),
  };
}

/** For each size the best closed set of modules, found by looking at all; sizes that close no more are left out. */
function everySet(
  problem: CoverProblem,
): readonly { readonly codes: readonly string[]; readonly minutes: number; readonly gapsClosed: number }[] {
  const { modules, gaps } = problem;
  const all = Array.from({ length: 1 << modules.length }, (_, mask) =>
    modules.filter((_module, place) => mask & (1 << place)),
  )
    .map((taken) => ({
      taken,
      codes: taken.map(({ code }) => code),
      minutes: taken.reduce((sum, { minutes }) => sum + minutes, 0),
    }))
    .filter(({ taken, codes }) => taken.every(({ needs }) => needs.every((need) => codes.includes(need))))
    .map(({ codes, minutes }) => ({
      codes,
      minutes,
      gapsClosed: gaps
        .filter(({ closedBy }) => closedBy.some((code) => codes.includes(code)))
        .reduce((sum, { count }) => sum + count, 0),
    }));
  const best: (typeof all)[number][] = [];
  for (let size = 1; size <= modules.length; size += 1) {
    const [first] = all
      .filter(({ codes }) => codes.length <= size)
      .sort(
        (a, b) =>
          b.gapsClosed - a.gapsClosed || a.minutes - b.minutes || (holdsFirst(a.codes, b.codes) ? -1 : 1),
      );
    if (first && first.gapsClosed > (best.at(-1)?.gapsClosed ?? 0)) best.push(first);
  }
  return best;
}

function holdsFirst(one: readonly string[], other: readonly string[]): boolean {
  const [first] = [...one, ...other].filter((code) => one.includes(code) !== other.includes(code)).sort();
  return first === undefined || one.includes(first);
}
