import type { exchange } from '../../shared/contract/exchange.ts';
import type { Handlers } from '../engine/handlers.ts';
import { applyRehearsal } from './apply.ts';
import { exportCurriculum, exportModules, schemaFile } from './export.ts';
import { rehearse } from './rehearse.ts';
import { rehearsed, rehearsedRows } from './rehearsed.ts';
import { Slices } from './slices.ts';

/** Exchange files: modules and curricula out and in. */
export const exchangeHandlers: Handlers<typeof exchange> = {
  'exchange.exportModules': ({ read, now }, { ids, form }) => exportModules(read, ids, form, now()),
  'exchange.exportCurriculum': ({ read, now }, { curriculumId }) =>
    exportCurriculum(read, curriculumId, now()),
  'exchange.schema': () => schemaFile(),
  'exchange.rehearse': ({ file, jobs }, input) =>
    jobs.start('exchange', `Looking at “${input.fileName}”`, async (control) => ({
      rehearsalId: await rehearse(file, file.reader, input, new Slices(control)),
    })),
  'exchange.rehearsal': ({ file }, { rehearsalId }) => rehearsed(file, rehearsalId),
  'exchange.rows': ({ file }, { rehearsalId, fate, text }) => rehearsedRows(file, rehearsalId, fate, text),
  'exchange.apply': ({ file, write }, { rehearsalId, leaveOut, copies }) =>
    applyRehearsal(file, write, rehearsalId, leaveOut, copies),
};
