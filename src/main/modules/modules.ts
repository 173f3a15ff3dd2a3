import type { Module, ModuleContent } from '../../shared/contract/modules.ts';
import { RoundsError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../database/index.ts';
import { catalogueModules } from './catalogue.ts';
import { requireSound } from './check.ts';
import { type ModuleRow, moduleColumns, toModule } from './rows.ts';
import { inUseSentence, isUsed, moduleUsage } from './usage.ts';

/** Every module of the library, retired ones too, in the order of their codes. */
export function listModules(read: Reader): readonly Module[] {
  return read.all(read.from.selectFrom('modules').selectAll().orderBy('code')).map(toModule);
}

/** Modules by id, in the order asked. @throws RoundsError `modules/not-found` */
export function modulesById(read: Reader, ids: readonly number[]): readonly Module[] {
  return ids.map((id) => requireModule(read, id));
}

/** One module. @throws RoundsError `modules/not-found` */
export function requireModule(read: Reader, id: number): Module {
  return toModule(requireRow(read, id));
}

/** Adds a module of the office's own. */
export function createModule(write: Writer, content: ModuleContent): number {
  requireSound(write, listModules(write), content, null);
  write.describe(`Added module ${content.code} “${content.title}”`);
  return insertOwn(write, content);
}

/** Copies a module under a code and title of its own; the copy belongs to the office. */
export function duplicateModule(
  write: Writer,
  copy: { readonly id: number; readonly code: string; readonly title: string },
): number {
  const { id: _, origin: __, edited: ___, retired: ____, ...original } = requireModule(write, copy.id);
  const content = { ...original, code: copy.code, title: copy.title };
  requireSound(write, listModules(write), content, null);
  write.describe(`Copied module ${original.code} as ${copy.code} “${copy.title}”`);
  return insertOwn(write, content);
}

/** Adds a module that has been judged already, and nothing to the title of the change. */
export function addJudgedModule(write: Writer, content: ModuleContent): number {
  return insertOwn(write, content);
}

/** Changes a module whose new content has been judged already; its code stays. */
export function changeJudgedModule(
  write: Writer,
  { id, origin }: Pick<Module, 'id' | 'origin'>,
  content: ModuleContent,
): void {
  const edited = differsFromCatalogue(origin, content) ? 1 : 0;
  write.update('modules', { id }, { ...moduleColumns(content), edited });
}

/** Changes a module; published versions keep what they froze. */
export function updateModule(write: Writer, id: number, content: ModuleContent): void {
  const before = requireRow(write, id);
  requireSound(write, listModules(write), content, before);
  write.describe(`Edited module ${content.code} “${content.title}”`);
  write.update(
    'modules',
    { id },
    { ...moduleColumns(content), edited: differsFromCatalogue(before.origin, content) ? 1 : 0 },
  );
}

/** Takes a module out of the library, or back into it. Drafts and versions that hold it keep it. */
export function retireModule(write: Writer, id: number, retired: boolean): void {
  const row = requireRow(write, id);
  write.describe(`${retired ? 'Retired' : 'Brought back'} module ${row.code} “${row.title}”`);
  write.update('modules', { id }, { retired: retired ? 1 : 0 });
}

/**
 * Removes a module of the office's own that nothing holds.
 * @throws RoundsError `modules/in-use` for one of the catalogue, or one that is used, with the places
 */
export function removeModule(write: Writer, id: number): void {
  const row = requireRow(write, id);
  if (row.origin === 'catalogue')
    throw new RoundsError(
      'modules/in-use',
      `${row.code} came with the starter catalog, which templates are built from. Retire it instead: it then no longer stands in the library.`,
    );
  const usage = moduleUsage(write, row);
  if (isUsed(usage)) throw new RoundsError('modules/in-use', inUseSentence(row.code, usage));
  write.describe(`Removed module ${row.code} “${row.title}”`);
  write.remove('modules', { id });
}

/** Whether a module of the catalogue no longer reads as it came; putting it back takes the mark away. */
export function differsFromCatalogue(origin: Module['origin'], content: ModuleContent): boolean {
  if (origin !== 'catalogue') return false;
  const original = catalogueModules().get(content.code);
  return !original || JSON.stringify(moduleColumns(content)) !== JSON.stringify(moduleColumns(original));
}

/** Said of a module that is not there. */
export function notFound(): RoundsError {
  return new RoundsError('modules/not-found', 'This module is not in the library any more.');
}

function requireRow(read: Reader, id: number): ModuleRow {
  const row = read.first(read.from.selectFrom('modules').selectAll().where('id', '=', id));
  if (!row) throw notFound();
  return row;
}

function insertOwn(write: Writer, content: ModuleContent): number {
  return write.insert('modules', { ...moduleColumns(content), origin: 'own', edited: 0, retired: 0 });
}
