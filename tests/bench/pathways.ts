import { loadSolver } from '../../src/main/pathways/solver/highs-solver.ts';
import type { CompetencyLevel } from '../../src/shared/contract/modules.ts';
import { DOMAINS } from '../../src/shared/contract/primitives.ts';
import { TRACKS } from '../../src/shared/curricula/words.ts';
import { type PathwayModule, type PathwayProblem, readProblem } from '../../src/shared/pathways/problem.ts';
import { availableModules } from '../../src/shared/pathways/program.ts';
import { solvePathway } from '../../src/shared/pathways/solve-pathway.ts';
import { OutOfTime } from '../../src/shared/pathways/zero-one.ts';
import { seeded } from '../engine/pathway-cases.ts';
import { type Measured, print } from './measure.ts';
import { catalogueProblems } from './pathway-catalogue.ts';

/** Pathways on the starter catalog, and on 50, 200 and 1,000 made-up modules of 40 competencies; median over seeds, and the worst. */
const SEEDS = Number(process.env['PATHWAY_SEEDS'] ?? 9);
const LIMIT_MS = 30_000;
const GROUPS = ['radiology', 'nursing', 'cardiology', 'primary_care', 'surgery'] as const;

const solver = await loadSolver();

type Case = { readonly what: string; readonly problems: readonly PathwayProblem[] };

function measured({ what, problems }: Case): Measured {
  let unfinished = 0;
  let impossible = 0;
  let modules = 0;
  // Milliseconds of processor, which other work on the machine does not change much.
  const busy: number[] = [];
  const taken = problems.map((problem) => {
    const from = performance.now();
    const busyFrom = process.cpuUsage();
    try {
      const answer = solvePathway(problem, solver(from + LIMIT_MS));
      if (answer.status === 'solved') modules += answer.steps.length;
      else impossible += 1;
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      unfinished += 1;
    }
    const { user, system } = process.cpuUsage(busyFrom);
    busy.push((user + system) / 1_000);
    return performance.now() - from;
  });
  taken.sort((a, b) => a - b);
  busy.sort((a, b) => a - b);
  const solved = problems.length - impossible - unfinished;
  return {
    what,
    milliseconds: taken[Math.floor(taken.length / 2)] ?? 0,
    note: [
      `worst ${Math.round(taken.at(-1) ?? 0)} ms of ${problems.length}`,
      `processor ${Math.round(busy[Math.floor(busy.length / 2)] ?? 0)} ms, worst ${Math.round(busy.at(-1) ?? 0)} ms`,
      `${solved} solved, on average ${solved === 0 ? 0 : Math.round(modules / solved)} modules`,
      ...(impossible > 0 ? [`${impossible} impossible`] : []),
      ...(unfinished > 0 ? [`${unfinished} not proven in ${LIMIT_MS / 1_000} s`] : []),
    ].join(', '),
  };
}

function madeUp(size: number, seed: number, change: Partial<PathwayProblem['request']>): PathwayProblem {
  const random = seeded(size * 1_000 + seed);
  const below = (end: number): number => Math.floor(random() * end);
  const oneOf = <T>(values: readonly T[], fallback: T): T => values[below(values.length)] ?? fallback;
  const competencies = Array.from({ length: 40 }, (_, index) => ({
    code: `K${index + 1}`,
    name: `Competency ${index + 1}`,
    domain: DOMAINS[index % 4] ?? 'clinical',
    specialtyBoundLevel: index % 13 === 0 ? 3 : null,
  }));
  const codes = Array.from({ length: size }, (_, index) => `M-${String(index + 1).padStart(4, '0')}`);
  const modules = codes.map((code, index): PathwayModule => {
    const track = Math.min(2, Math.floor((index / size) * 3));
    return {
      code,
      title: code,
      domain: oneOf(DOMAINS, 'clinical'),
      track: TRACKS[track] ?? 'foundation',
      minutes: 30 + 5 * below(25),
      audience: random() < 0.7 ? [] : GROUPS.filter(() => random() < 0.6),
      specialtyFocus: random() < 0.2 ? [oneOf(GROUPS, 'nursing')] : [],
      prerequisites: [
        ...new Set(Array.from({ length: below(3) }, () => codes[below(index + 1)] ?? code)),
      ].filter((one) => one !== code),
      competencies: [...new Set(Array.from({ length: 2 + below(4) }, () => below(40)))].map((competency) => ({
        code: `K${competency + 1}`,
        level: Math.min(3, 1 + below(track + 2)) as CompetencyLevel,
      })),
      retired: false,
    };
  });
  const problem: PathwayProblem = {
    competencies,
    modules,
    levels: competencies.map(({ code }) => ({
      competencyCode: code,
      level: random() < 0.7 ? 0 : 1,
      basis: 'assessment',
      datedOn: '2026-06-01',
      explanation: '',
    })),
    completed: [],
    request: {
      specialty: 'radiology',
      practiceArea: '',
      targets: {},
      creditQuarters: 0,
      maximumMinutes: null,
      domainMinutes: {},
      include: [],
      exclude: [],
      waived: [],
      ...change,
    },
    rounding: 'nearest',
    today: '2026-11-24',
  };
  // Level 2 wherever the made-up library has a module for it that this learner may take.
  const available = [...availableModules(readProblem(problem), new Set()).values()];
  const reachable = competencies.filter(({ code }) =>
    available.some(({ gives }) => (gives.get(code) ?? 0) >= 2),
  );
  const targets = Object.fromEntries(reachable.map(({ code }) => [code, 2 as CompetencyLevel]));
  return { ...problem, request: { ...problem.request, targets } };
}

const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);
const sizes = (process.env['PATHWAY_SIZES'] ?? '50,200,1000').split(',').map(Number);
const cases: readonly Case[] = [
  { what: 'starter catalog: every template for every group', problems: catalogueProblems() },
  ...sizes.flatMap((size) => [
    {
      what: `${size} modules × 40 competencies, all targets at level 2`,
      problems: seeds.map((seed) => madeUp(size, seed, {})),
    },
    {
      what: `${size} modules, with 40 credits and 6 h of each domain`,
      problems: seeds.map((seed) =>
        madeUp(size, seed, {
          creditQuarters: 160,
          domainMinutes: Object.fromEntries(DOMAINS.map((domain) => [domain, { min: 360, max: null }])),
        }),
      ),
    },
    {
      what: `${size} modules, impossible: at most 2 h`,
      problems: seeds.map((seed) => madeUp(size, seed, { maximumMinutes: 120 })),
    },
  ]),
];
print('Pathways', cases.map(measured));
