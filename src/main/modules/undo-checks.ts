import { RoundsError } from '../../shared/errors.ts';
import { checkLibrary, type LibraryProblem } from '../../shared/modules/check-library.ts';
import { type Reader, touches, type UndoCheck } from '../database/index.ts';
import { listCompetencies } from './competencies.ts';
import { listModules } from './modules.ts';
import { firstUsed, inUseSentence, moduleUsage } from './usage.ts';

/** A module that an undo takes away again is held by nothing: drafts, versions, modules and pathways name it in lists. */
export const usedModulesStay: UndoCheck = (read, changeId) => {
  const added = read.rows<{ id: number; code: string }>(
    `SELECT entity_key ->> 'id' AS id, after ->> 'code' AS code FROM audit
     WHERE change_id = ? AND entity = 'modules' AND before IS NULL ORDER BY id`,
    changeId,
  );
  return (undone) => {
    const used = added.length === 0 ? undefined : firstUsed(read, added);
    if (used) throw cannotUndo(undone, inUseSentence(used.code, moduleUsage(read, used)));
  };
};

/** A draft that an undo brings back, or puts back to what it was, finds all its modules. */
export const draftsKeepTheirModules: UndoCheck = (read, changeId) => (undone) => {
  const [lacking] = read.rows<{ title: string }>(
    `SELECT title FROM curricula
     WHERE id IN (SELECT entity_key ->> 'id' FROM audit WHERE change_id = ? AND entity = 'curricula')
       AND EXISTS (SELECT 1 FROM json_tree(items) AS named
         WHERE named.key = 'moduleId' AND named.value NOT IN (SELECT id FROM modules))
     ORDER BY id`,
    changeId,
  );
  if (lacking)
    throw cannotUndo(
      undone,
      `“${lacking.title}” would hold a module that was removed from the library since. Undo that removal first.`,
    );
};

/** An undo leaves no module with a problem that it did not have: a circle, a prerequisite that is gone, too wide an audience. */
export const libraryStaysSound: UndoCheck = (read, changeId) => {
  if (!touches(read, changeId, 'modules')) return () => undefined;
  const before = problemsIn(read);
  const known = new Set(before.problems.map(nameOf));
  return (undone) => {
    const found = problemsIn(read).problems.find((problem) => !known.has(nameOf(problem)));
    if (found) throw cannotUndo(undone, sentenceOf(found, before.codes));
  };
};

/** A problem and the module that has it. */
type Found = LibraryProblem & { readonly code: string };

function problemsIn(read: Reader): {
  readonly codes: ReadonlySet<string>;
  readonly problems: readonly Found[];
} {
  const library = listModules(read);
  const competencies = new Set(listCompetencies(read).map(({ code }) => code));
  const problems = [...checkLibrary(library, competencies)].flatMap(([code, own]) =>
    own.map((problem): Found => ({ ...problem, code })),
  );
  return { codes: new Set(library.map(({ code }) => code)), problems };
}

function nameOf({ code, kind, with: other }: Found): string {
  return `${code} ${kind} ${other}`;
}

function sentenceOf({ code, kind, with: other, message }: Found, codesBefore: ReadonlySet<string>): string {
  if (kind !== 'unknown-prerequisite') return `It would leave the library with a fault. ${message}`;
  // The prerequisite goes with this undo, or it went before and a module that asks for it would come back.
  const step = codesBefore.has(other)
    ? `Remove ${other} from the prerequisites of ${code} first.`
    : `Bring ${other} back first.`;
  return `${code} requires ${other}, and there would be no module ${other}. ${step}`;
}

function cannotUndo(undone: string, why: string): RoundsError {
  return new RoundsError('changes/cannot-undo', `“${undone}” cannot be undone. ${why}`);
}
