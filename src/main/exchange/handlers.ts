import type { exchange } from '../../shared/contract/exchange.ts';
import type { Handlers } from '../engine/handlers.ts';
import { applyRehearsal } from './apply.ts';
import { exportCurriculum, exportModules, schemaFile } from './export.ts';
import { rehearse } from './rehearse.ts';

/** Exchange files: modules and curricula out and in. */
export const exchangeHandlers: Handlers<typeof exchange> = {
  'exchange.exportModules': ({ read, now }, { ids, form }) => exportModules(read, ids, form, now()),
  'exchange.exportCurriculum': ({ read, now }, { curriculumId }) =>
    exportCurriculum(read, curriculumId, now()),
  'exchange.schema': () => schemaFile(),
  'exchange.rehearse': ({ file, read }, input) => rehearse(file, read, input),
  'exchange.apply': ({ file, write }, { rehearsalId, leaveOut }) =>
    applyRehearsal(file, write, rehearsalId, leaveOut),
};
