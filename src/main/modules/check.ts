import type { Module, ModuleContent } from '../../shared/contract/modules.ts';
import { type ErrorCode, RoundsError } from '../../shared/errors.ts';
import {
  checkLibrary,
  type LibraryProblem,
  type LibraryProblemKind,
} from '../../shared/modules/check-library.ts';
import type { Reader } from '../database/index.ts';
import { listCompetencies } from './competencies.ts';

/**
 * What must hold of a module beside its form, judged with every other module as it stands. `before` is the module that is
 * edited, or null for a new one.
 * @throws RoundsError for the first problem, with its sentence
 */
export function requireSound(
  read: Reader,
  library: readonly Module[],
  content: ModuleContent,
  before: Pick<Module, 'id' | 'code'> | null,
): void {
  const others = library.filter(({ id }) => id !== before?.id);
  if (before && before.code !== content.code) {
    requireFreeToRename(others, before.code);
  }
  requireNoProblem(read, [...others, content], new Set([content.code]));
}

/**
 * Refuses a library in which one of the changed modules, or a module that builds on one of them, is not sound. What was
 * wrong elsewhere before is not this change's to mend.
 * @throws RoundsError for the first problem, with its sentence
 */
export function requireNoProblem(
  read: Reader,
  library: readonly ModuleContent[],
  changed: ReadonlySet<string>,
): void {
  const competencies = new Set(listCompetencies(read).map(({ code }) => code));
  for (const [code, problems] of checkLibrary(library, competencies)) {
    const problem = problems.find((candidate) => changed.has(code) || changed.has(candidate.with));
    if (problem) throw refusal(problem);
  }
}

function refusal({ kind, message }: LibraryProblem): RoundsError {
  return new RoundsError(CODES[kind], message);
}

const CODES: Readonly<Record<LibraryProblemKind, ErrorCode>> = {
  'duplicate-code': 'modules/code-in-use',
  'unknown-prerequisite': 'modules/not-found',
  'prerequisite-twice': 'request/invalid',
  'prerequisite-cycle': 'modules/prerequisite-cycle',
  'audience-too-wide': 'modules/audience-too-wide',
  'unknown-competency': 'request/invalid',
  'competency-twice': 'request/invalid',
  'review-before-last': 'request/invalid',
};

function requireFreeToRename(others: readonly Module[], code: string): void {
  const asking = others
    .filter(({ prerequisites }) => prerequisites.includes(code))
    .map((other) => other.code);
  if (asking.length === 0) return;
  throw new RoundsError(
    'modules/in-use',
    `${asking.join(', ')} ${asking.length === 1 ? 'has' : 'have'} ${code} as a prerequisite. Keep the code, or change that first.`,
  );
}
