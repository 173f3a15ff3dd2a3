import type { ModuleContent } from '../contract/modules.ts';
import { audienceName } from '../curricula/words.ts';
import { formatDate } from '../format.ts';
import { groupsOutside } from './audience.ts';
import { circleInWords, circles } from './prerequisite-circle.ts';

/** What can be wrong with a module beside its form. */
export type LibraryProblemKind =
  | 'duplicate-code'
  | 'unknown-prerequisite'
  | 'prerequisite-twice'
  | 'prerequisite-cycle'
  | 'audience-too-wide'
  | 'unknown-competency'
  | 'competency-twice'
  | 'review-before-last';

/** One thing that stops a module: what, which module or competency it is about, and what to do. */
export type LibraryProblem = {
  readonly kind: LibraryProblemKind;
  /** The other module or the competency that the problem lies between; the module's own code when there is none. */
  readonly with: string;
  /** One sentence that names the module, with the next step. */
  readonly message: string;
};

/** What the rules look at. */
export type CheckedModule = Pick<
  ModuleContent,
  'code' | 'audience' | 'prerequisites' | 'competencies' | 'lastReviewed' | 'reviewBy'
>;

/**
 * Checks a whole library at once and answers, by code, what is wrong; a code that is not there is sound. Used for one
 * edited module, for a change of many and for an import alike. Takes time in proportion to the number of modules.
 */
export function checkLibrary(
  modules: readonly CheckedModule[],
  competencyCodes: ReadonlySet<string>,
): ReadonlyMap<string, readonly LibraryProblem[]> {
  const byCode = new Map<string, CheckedModule>();
  const problems = new Map<string, LibraryProblem[]>();
  const add = (code: string, problem: LibraryProblem): void => {
    const found = problems.get(code);
    if (found) found.push(problem);
    else problems.set(code, [problem]);
  };
  for (const module of modules) {
    if (byCode.has(module.code))
      add(module.code, {
        kind: 'duplicate-code',
        with: module.code,
        message: `Another module has the code ${module.code}. Choose another code.`,
      });
    else byCode.set(module.code, module);
  }
  const onCircle = circles(modules);
  for (const module of modules) {
    for (const problem of [
      ...prerequisiteProblems(module, byCode),
      ...circleProblems(module, onCircle),
      ...audienceProblems(module, byCode),
      ...competencyProblems(module, competencyCodes),
      ...reviewProblems(module),
    ])
      add(module.code, problem);
  }
  return problems;
}

function prerequisiteProblems(
  { code, prerequisites }: CheckedModule,
  byCode: ReadonlyMap<string, CheckedModule>,
): readonly LibraryProblem[] {
  const unknown = prerequisites
    .filter((other) => !byCode.has(other))
    .map(
      (other): LibraryProblem => ({
        kind: 'unknown-prerequisite',
        with: other,
        message: `${code} requires ${other}, but there is no module ${other}. Choose prerequisites from the library.`,
      }),
    );
  const twice = repeated(prerequisites).map(
    (other): LibraryProblem => ({
      kind: 'prerequisite-twice',
      with: other,
      message: `${code} names its prerequisite ${other} twice. Remove one of the two.`,
    }),
  );
  return [...unknown, ...twice];
}

function circleProblems(
  { code, prerequisites }: CheckedModule,
  onCircle: ReadonlyMap<string, readonly string[]>,
): readonly LibraryProblem[] {
  const circle = onCircle.get(code);
  if (!circle) return [];
  const own = prerequisites.includes(code);
  return [
    {
      kind: 'prerequisite-cycle',
      with: code,
      message: own
        ? `${code} cannot be its own prerequisite. Remove it from the list.`
        : `These prerequisites run in a circle: ${circleInWords(circle)}. Remove one of them.`,
    },
  ];
}

function audienceProblems(
  module: CheckedModule,
  byCode: ReadonlyMap<string, CheckedModule>,
): readonly LibraryProblem[] {
  return module.prerequisites.flatMap((code): readonly LibraryProblem[] => {
    const prerequisite = byCode.get(code);
    if (!prerequisite || code === module.code) return [];
    const outside = groupsOutside(module.audience, prerequisite.audience);
    if (outside.length === 0) return [];
    return [{ kind: 'audience-too-wide', with: code, message: audienceSentence(module.code, code, outside) }];
  });
}

/** Says which groups may take a module but not what it builds on. */
export function audienceSentence(
  code: string,
  prerequisite: string,
  outside: readonly string[] | 'everyone',
): string {
  const groups = outside === 'everyone' ? 'everyone' : outside.map(audienceName).join(', ');
  return `${code} is for ${groups}, but ${prerequisite}, its prerequisite, is not. Widen the audience of ${prerequisite} or narrow that of ${code}.`;
}

function competencyProblems(
  { code, competencies }: CheckedModule,
  known: ReadonlySet<string>,
): readonly LibraryProblem[] {
  const codes = competencies.map((competency) => competency.code);
  const unknown = codes
    .filter((competency) => !known.has(competency))
    .map(
      (competency): LibraryProblem => ({
        kind: 'unknown-competency',
        with: competency,
        message: `${code} teaches ${competency}, but there is no competency ${competency}. Choose one of the list.`,
      }),
    );
  const twice = repeated(codes).map(
    (competency): LibraryProblem => ({
      kind: 'competency-twice',
      with: competency,
      message: `${code} names competency ${competency} twice. Remove one of the two.`,
    }),
  );
  return [...unknown, ...twice];
}

function reviewProblems({ code, lastReviewed, reviewBy }: CheckedModule): readonly LibraryProblem[] {
  if (lastReviewed === null || reviewBy === null || reviewBy >= lastReviewed) return [];
  return [
    {
      kind: 'review-before-last',
      with: code,
      message: `${code} was reviewed on ${formatDate(lastReviewed)} and is to be reviewed by ${formatDate(reviewBy)}, which is earlier. Choose a later day.`,
    },
  ];
}

function repeated(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))];
}
