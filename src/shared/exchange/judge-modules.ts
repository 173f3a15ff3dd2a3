import { ModuleCode, type ModuleContent } from '../contract/modules.ts';
import { counted, formatCount } from '../format.ts';
import { groupsOutside } from '../modules/audience.ts';
import { audienceSentence, checkLibrary, type LibraryProblemKind } from '../modules/check-library.ts';
import { circleInWords, circles } from '../modules/prerequisite-circle.ts';
import { MOST_MODULES } from './format.ts';
import { atOnce, type Steps } from './steps.ts';

/** What the rules need to know of a module. */
export type Judged = Pick<ModuleContent, 'code' | 'audience' | 'prerequisites'>;

/** A module of a file that would be written. */
export type Candidate = {
  readonly row: number;
  readonly code: string;
  /** The module as it would be; what could not be read of it is left out. */
  readonly content: Partial<
    Pick<ModuleContent, 'audience' | 'prerequisites' | 'competencies' | 'lastReviewed' | 'reviewBy'>
  >;
  /** What is wrong with the row by itself. */
  readonly problems: readonly string[];
  readonly isNew: boolean;
};

/** Problems that a module has whatever else there is. */
const ALONE: ReadonlySet<LibraryProblemKind> = new Set([
  'prerequisite-twice',
  'prerequisite-cycle',
  'unknown-competency',
  'competency-twice',
  'review-before-last',
]);

/** Circles that show only after a row that is wrong gave way to the library's module: each look costs a walk over all. */
const MOST_LOOKS = 20;

/**
 * Judges the modules of a file and the library together: codes, competencies, prerequisites, circles, audiences and the
 * library's limit. A row that builds on one that cannot be imported cannot be imported either. Takes time in proportion to
 * modules and prerequisites. The program itself goes by {@link judgeModulesInSteps}; exported for the tests of the rule.
 * @returns problems by row, for the rows that have any.
 */
export function judgeModules(
  candidates: readonly Candidate[],
  library: readonly Judged[],
  competencies: ReadonlySet<string>,
): ReadonlyMap<number, readonly string[]> {
  return atOnce(judgeModulesInSteps(candidates, library, competencies));
}

/** {@link judgeModules}, a module a step. */
export function judgeModulesInSteps(
  candidates: readonly Candidate[],
  library: readonly Judged[],
  competencies: ReadonlySet<string>,
): Steps<ReadonlyMap<number, readonly string[]>> {
  return new ModuleJudge(candidates, library, competencies).judge();
}

class ModuleJudge {
  readonly #library: ReadonlyMap<string, Judged>;
  readonly #byCode = new Map<string, Candidate>();
  readonly #duplicates = new Map<string, readonly number[]>();
  /** Modules as they would stand: the library with what can be imported in it. */
  readonly #standing: Map<string, Judged>;
  /** Library modules that build on a code. */
  readonly #buildOn = new Map<string, Judged[]>();
  /** Candidates that build on a code. */
  readonly #candidatesOn = new Map<string, Candidate[]>();
  readonly #failed = new Set<Candidate>();
  readonly #circles = new Map<Candidate, string>();
  readonly #candidates: readonly Candidate[];
  readonly #competencies: ReadonlySet<string>;

  constructor(
    candidates: readonly Candidate[],
    library: readonly Judged[],
    competencies: ReadonlySet<string>,
  ) {
    this.#candidates = candidates;
    this.#competencies = competencies;
    this.#library = new Map(library.map((module) => [module.code, module]));
    this.#standing = new Map(this.#library);
    for (const module of library) for (const code of module.prerequisites) add(this.#buildOn, code, module);
    const rows = new Map<string, number[]>();
    for (const candidate of candidates) {
      add(rows, candidate.code, candidate.row);
      this.#byCode.set(candidate.code, candidate);
      for (const code of candidate.content.prerequisites ?? []) add(this.#candidatesOn, code, candidate);
    }
    for (const [code, found] of rows)
      if (found.length > 1 && isModuleCode(code)) this.#duplicates.set(code, found);
  }

  *judge(): Steps<ReadonlyMap<number, readonly string[]>> {
    const wrong: Candidate[] = [];
    for (const candidate of this.#candidates) {
      yield;
      const { code, content } = candidate;
      if (candidate.problems.length > 0 || this.#alone(candidate).length > 0) wrong.push(candidate);
      else
        this.#standing.set(code, {
          code,
          audience: content.audience ?? [],
          prerequisites: content.prerequisites ?? [],
        });
    }
    yield* this.#fail(wrong);
    const related: Candidate[] = [];
    for (const candidate of this.#candidates) {
      yield;
      if (this.#related(candidate).length > 0) related.push(candidate);
    }
    yield* this.#fail(related);
    for (let look = 0; look < MOST_LOOKS; look += 1) {
      yield;
      const inCircle = this.#findCircles();
      if (inCircle.length === 0) break;
      yield* this.#fail(inCircle);
    }
    const problems = new Map<number, readonly string[]>();
    yield* this.#tell(problems);
    yield* this.#judgeLimit(problems);
    return problems;
  }

  /** All that is wrong with what cannot be imported and was not told yet. */
  *#tell(problems: Map<number, readonly string[]>): Steps<void> {
    for (const candidate of this.#failed) {
      yield;
      if (!problems.has(candidate.row)) problems.set(candidate.row, this.#allProblems(candidate));
    }
  }

  /** Takes candidates out, and all that cannot stand without them. */
  *#fail(first: readonly Candidate[]): Steps<void> {
    let wave = first.filter((candidate) => !this.#failed.has(candidate));
    while (wave.length > 0) {
      const again = new Set<Candidate>();
      for (const candidate of wave) this.#failed.add(candidate);
      for (const { code } of wave) {
        yield;
        const old = this.#library.get(code);
        if (old) this.#standing.set(code, old);
        else this.#standing.delete(code);
        for (const other of this.#candidatesOn.get(code) ?? []) again.add(other);
        // The library's module stands again, and must go with what the file makes of its prerequisites.
        for (const prerequisite of old?.prerequisites ?? []) {
          const other = this.#byCode.get(prerequisite);
          if (other) again.add(other);
        }
      }
      const next: Candidate[] = [];
      for (const other of again) {
        yield;
        if (!this.#failed.has(other) && this.#related(other).length > 0) next.push(other);
      }
      wave = next;
    }
  }

  /** What is wrong with a module whatever else there is. */
  #alone({ code, content }: Candidate): readonly string[] {
    const problems: string[] = [];
    const rows = this.#duplicates.get(code);
    if (rows)
      problems.push(
        `${code} stands in the file ${formatCount(rows.length)} times, in rows ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ' and others' : ''}. Keep one of them.`,
      );
    const checked = {
      code: isModuleCode(code) ? code : 'This module',
      audience: [],
      prerequisites: content.prerequisites ?? [],
      competencies: content.competencies ?? [],
      lastReviewed: content.lastReviewed ?? null,
      reviewBy: content.reviewBy ?? null,
    };
    for (const { kind, message } of checkLibrary([checked], this.#competencies).get(checked.code) ?? [])
      if (ALONE.has(kind)) problems.push(message);
    return problems;
  }

  /** What is wrong between a module, what it builds on and what builds on it. */
  #related(candidate: Candidate): readonly string[] {
    const { code, content } = candidate;
    const problems: string[] = [];
    for (const prerequisite of content.prerequisites ?? []) {
      if (prerequisite === code) continue;
      const other = this.#byCode.get(prerequisite);
      if (other && this.#failed.has(other)) {
        if (this.#circles.get(candidate) === undefined || !this.#circles.has(other))
          problems.push(`${prerequisite}, its prerequisite, cannot be imported. Mend ${prerequisite} first.`);
        continue;
      }
      const standing = this.#standing.get(prerequisite);
      if (!standing)
        problems.push(
          `There is no module ${prerequisite}, its prerequisite, in the file or in the library. Add it to the file, or take it off the list.`,
        );
      else if (content.audience) {
        const outside = groupsOutside(content.audience, standing.audience);
        if (outside.length > 0) problems.push(audienceSentence(code, prerequisite, outside));
      }
    }
    problems.push(...this.#leftBehind(candidate));
    return problems;
  }

  /** The first module of the library that would reach beyond the narrowed audience of its prerequisite. */
  #leftBehind({ code, content }: Candidate): readonly string[] {
    if (!content.audience) return [];
    for (const { code: other } of this.#buildOn.get(code) ?? []) {
      const candidate = this.#byCode.get(other);
      if (candidate && !this.#failed.has(candidate)) continue;
      const module = this.#library.get(other);
      const outside = module ? groupsOutside(module.audience, content.audience) : [];
      if (outside.length > 0) return [audienceSentence(other, code, outside)];
    }
    return [];
  }

  #findCircles(): readonly Candidate[] {
    const found: Candidate[] = [];
    for (const [code, circle] of circles([...this.#standing.values()])) {
      const candidate = this.#byCode.get(code);
      if (!candidate || this.#failed.has(candidate)) continue;
      this.#circles.set(
        candidate,
        `The prerequisites run in a circle: ${circleInWords(circle)}. Remove one of them.`,
      );
      found.push(candidate);
    }
    return found;
  }

  #allProblems(candidate: Candidate): readonly string[] {
    const circle = this.#circles.get(candidate);
    return [
      ...candidate.problems,
      ...this.#alone(candidate),
      ...(circle === undefined ? [] : [circle]),
      ...this.#related(candidate),
    ];
  }

  /** The library's limit counts what is new and can be imported: all of it fits, or none of it is new. */
  *#judgeLimit(problems: Map<number, readonly string[]>): Steps<void> {
    const added = this.#candidates.filter((candidate) => candidate.isNew && !this.#failed.has(candidate));
    const room = Math.max(0, MOST_MODULES - this.#library.size);
    if (added.length <= room) return;
    const sentence = `The library holds at most ${formatCount(MOST_MODULES)} modules and has room for ${formatCount(room)}; this file brings ${counted(added.length, 'new one', 'new ones')}. Take modules out of the file and choose it again.`;
    yield* this.#fail(added);
    for (const candidate of added) problems.set(candidate.row, [sentence]);
    yield* this.#tell(problems);
  }
}

function isModuleCode(code: string): boolean {
  return ModuleCode.safeParse(code).success;
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
