import type { Module, ModulePatch } from '../../shared/contract/modules.ts';
import { RoundsError } from '../../shared/errors.ts';
import { counted } from '../../shared/format.ts';
import { emptiedAudiences, patched } from '../../shared/modules/patch.ts';
import type { Writer } from '../database/index.ts';
import { requireNoProblem } from './check.ts';
import { differsFromCatalogue, listModules, notFound } from './modules.ts';
import { moduleColumns } from './rows.ts';

/**
 * Changes many modules at once, all or none, judged on the library as it stands after all changes. Answers how many read
 * differently afterwards. One act, so one Undo takes it back.
 * @throws RoundsError with the sentence of the first module that stops it
 */
export function changeMany(write: Writer, ids: readonly number[], patch: ModulePatch): number {
  const library = listModules(write);
  const asked = new Set(ids);
  const chosen = library.filter(({ id }) => asked.has(id));
  if (chosen.length !== asked.size) throw notFound();
  requireAudienceLeft(chosen, patch);
  const changes = chosen
    .map((before) => ({ before, after: patched(before, patch) }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
  const [first] = changes;
  if (!first) return 0;
  const after = new Map(changes.map((change) => [change.before.id, change.after]));
  requireNoProblem(
    write,
    library.map((module) => after.get(module.id) ?? module),
    new Set(changes.map((change) => change.before.code)),
  );
  write.describe(
    changes.length === 1
      ? `Changed module ${first.after.code} “${first.after.title}”`
      : `Changed ${counted(changes.length, 'module', 'modules')}: ${touched(patch)}`,
  );
  for (const change of changes) writeModule(write, change.after);
  return changes.length;
}

function writeModule(write: Writer, module: Module): void {
  write.update(
    'modules',
    { id: module.id },
    {
      ...moduleColumns(module),
      edited: differsFromCatalogue(module.origin, module) ? 1 : 0,
      retired: module.retired ? 1 : 0,
    },
  );
}

/** A module without any group is for everyone: taking its last group away would widen it instead of narrowing it. */
function requireAudienceLeft(chosen: readonly Module[], patch: ModulePatch): void {
  const emptied = emptiedAudiences(chosen, patch).map(({ code }) => code);
  const [first] = emptied;
  if (!first) return;
  const rest = emptied.length - 1;
  throw new RoundsError(
    'request/invalid',
    `${first}${rest > 0 ? ` and ${counted(rest, 'other module', 'other modules')}` : ''} would lose every group of the audience, which would open it to everyone. Add another group first, or leave ${rest > 0 ? 'these modules' : first} out.`,
  );
}

const TOUCHED: Readonly<Record<keyof ModulePatch, string>> = {
  domain: 'domain',
  track: 'track',
  format: 'format',
  amaLearningFormat: 'AMA learning format',
  addAudience: 'audience',
  removeAudience: 'audience',
  lastReviewed: 'last review',
  reviewBy: 'review date',
  retired: 'retirement',
};

function touched(patch: ModulePatch): string {
  const names = Object.entries(TOUCHED).filter(([field]) => Object.hasOwn(patch, field));
  return [...new Set(names.map(([, name]) => name))].join(', ');
}
