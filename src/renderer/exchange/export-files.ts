import { counted } from '../../shared/format.ts';
import { saveFileOf, showDone } from '../api/index.ts';

/** Saves modules as a file: JSON with everything, or a table for a spreadsheet. */
export async function saveModules(ids: readonly number[], form: 'json' | 'csv'): Promise<void> {
  const file = await saveFileOf('exchange.exportModules', { ids: [...ids], form });
  if (file) showDone(`Exported ${counted(ids.length, 'module', 'modules')} as “${file.fileName}”.`, null);
}

/** Saves a curriculum with its modules and all that they build on. */
export async function saveCurriculum(curriculumId: number): Promise<void> {
  const file = await saveFileOf('exchange.exportCurriculum', { curriculumId });
  if (file) showDone(`Exported as “${file.fileName}”, with its modules.`, null);
}

/** Saves the published schema of the exchange file. */
export async function saveSchema(): Promise<void> {
  await saveFileOf('exchange.schema', {});
}
