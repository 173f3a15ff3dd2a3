import { counted } from '../../shared/format.ts';
import { call, saveFile, showDone, showFault } from '../api/index.ts';

/** Saves modules as a file: JSON with everything, or a table for a spreadsheet. */
export async function saveModules(ids: readonly number[], form: 'json' | 'csv'): Promise<void> {
  const answer = await call('exchange.exportModules', { ids: [...ids], form });
  if (!answer.ok) {
    showFault(answer.error, 'exchange.exportModules');
    return;
  }
  saveFile(answer.value);
  showDone(`Exported ${counted(ids.length, 'module', 'modules')} as “${answer.value.fileName}”.`, null);
}

/** Saves a curriculum with its modules and all that they build on. */
export async function saveCurriculum(curriculumId: number): Promise<void> {
  const answer = await call('exchange.exportCurriculum', { curriculumId });
  if (!answer.ok) {
    showFault(answer.error, 'exchange.exportCurriculum');
    return;
  }
  saveFile(answer.value);
  showDone(`Exported as “${answer.value.fileName}”, with its modules.`, null);
}

/** Saves the published schema of the exchange file. */
export async function saveSchema(): Promise<void> {
  const answer = await call('exchange.schema', {});
  if (answer.ok) saveFile(answer.value);
  else showFault(answer.error, 'exchange.schema');
}
