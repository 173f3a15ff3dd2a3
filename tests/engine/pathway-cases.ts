import type { ShownLevel } from '../../src/shared/contract/learners.ts';
import type { CompetencyLevel } from '../../src/shared/contract/modules.ts';
import type { PathwayRequest } from '../../src/shared/contract/pathway-request.ts';
import { DOMAINS } from '../../src/shared/contract/primitives.ts';
import { TRACKS } from '../../src/shared/curricula/words.ts';
import type { PathwayModule, PathwayProblem } from '../../src/shared/pathways/problem.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const GROUPS = ['radiology', 'nursing', 'cardiology'] as const;
const LEVELS: readonly CompetencyLevel[] = [1, 2, 3];
const SHOWN: readonly ShownLevel[] = [0, 1, 2, 3];

/**
 * A small made-up problem: few minutes to choose from, so that ties are many; groups, a specialty-bound competency, completed and
 * retired modules, waivers, credit, limits and hands on both sides. The same for the same seed.
 */
export function madeUpProblem(seed: number): PathwayProblem {
  const random = seeded(seed);
  const below = (end: number): number => Math.floor(random() * end);
  const chance = (share: number): boolean => random() < share;
  const oneOf = <T>(values: readonly [T, ...T[]] | readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const some = <T>(values: readonly T[], share: number): T[] => values.filter(() => chance(share));

  const competencies = Array.from({ length: 2 + below(4) }, (_, index) => ({
    code: `K${index + 1}`,
    name: `Competency ${index + 1}`,
    domain: oneOf(DOMAINS),
    specialtyBoundLevel: index === 0 && chance(0.6) ? oneOf([2, 3]) : null,
  }));
  const codes = Array.from({ length: 4 + below(8) }, (_, index) => `M-${String(index + 1).padStart(2, '0')}`);
  const modules: PathwayModule[] = codes.map((code, index) => ({
    code,
    title: `Module ${index + 1}`,
    domain: oneOf(DOMAINS),
    track: oneOf(TRACKS),
    minutes: 5 * (1 + below(chance(0.5) ? 3 : 12)),
    audience: chance(0.55) ? [] : some(GROUPS, 0.6),
    specialtyFocus: some(GROUPS, 0.2),
    prerequisites: some(codes.slice(0, index), 1.2 / Math.max(1, index)),
    competencies: chance(0.1)
      ? []
      : some(competencies, 0.6).map((competency) => ({ code: competency.code, level: oneOf(LEVELS) })),
    retired: chance(0.04),
  }));
  const hand = (share: number): PathwayRequest['include'] =>
    some(codes, share).map((code) => ({ code, reason: 'Agreed with the learner' }));
  const range = (): { min: number | null; max: number | null } => ({
    min: chance(0.5) ? 5 * below(12) : null,
    max: chance(0.4) ? 5 * below(24) : null,
  });
  return {
    competencies,
    modules,
    levels: competencies.map(({ code }) => ({
      competencyCode: code,
      level: chance(0.5) ? 0 : oneOf(SHOWN),
      basis: 'assessment',
      datedOn: '2026-06-01',
      explanation: '',
    })),
    completed: some(codes, 0.12).map((code) => ({ code, completedOn: '2026-05-01' })),
    request: {
      specialty: chance(0.25) ? '' : oneOf(GROUPS),
      practiceArea: chance(0.7) ? '' : oneOf(GROUPS),
      targets: Object.fromEntries(some(competencies, 0.7).map(({ code }) => [code, oneOf(LEVELS)])),
      creditQuarters: chance(0.4) ? below(14) : 0,
      maximumMinutes: chance(0.5) ? 5 * below(30) : null,
      domainMinutes: chance(0.35)
        ? Object.fromEntries(some(DOMAINS, 0.4).map((domain) => [domain, range()]))
        : {},
      include: chance(0.3) ? hand(0.12) : [],
      exclude: chance(0.3) ? hand(0.12) : [],
      waived: chance(0.3) ? hand(0.12) : [],
    },
    rounding: chance(0.5) ? 'nearest' : 'down',
    today: '2026-11-24',
  };
}

/** The same problem with every list in another order. */
export function shuffled(problem: PathwayProblem, seed: number): PathwayProblem {
  const random = seeded(seed);
  const mix = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => [random(), value] as const)
      .sort(([a], [b]) => a - b)
      .map(([, value]) => value);
  const { request } = problem;
  return {
    ...problem,
    competencies: mix(problem.competencies),
    modules: mix(problem.modules).map((module) => ({
      ...module,
      audience: mix(module.audience),
      specialtyFocus: mix(module.specialtyFocus),
      prerequisites: mix(module.prerequisites),
      competencies: mix(module.competencies),
    })),
    levels: mix(problem.levels),
    completed: mix(problem.completed),
    request: {
      ...request,
      targets: Object.fromEntries(mix(Object.entries(request.targets))),
      include: mix(request.include),
      exclude: mix(request.exclude),
      waived: mix(request.waived),
    },
  };
}
