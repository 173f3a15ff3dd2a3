import type { modules } from '../../shared/contract/modules.ts';
import type { Handlers } from '../engine/handlers.ts';
import { changeMany } from './change-many.ts';
import { listCompetencies } from './competencies.ts';
import {
  createModule,
  duplicateModule,
  listModules,
  removeModule,
  requireModule,
  retireModule,
  updateModule,
} from './modules.ts';
import { moduleUsage, usedModules } from './usage.ts';

/** Modules: the competencies they teach, the library, and who uses what. */
export const modulesHandlers: Handlers<typeof modules> = {
  'competencies.list': ({ read }) => [...listCompetencies(read)],
  'modules.list': ({ read }) => [...listModules(read)],
  'modules.create': ({ write }, content) => ({ id: createModule(write, content) }),
  'modules.update': ({ write }, { id, content }) => {
    updateModule(write, id, content);
    return {};
  },
  'modules.updateMany': ({ write }, { ids, patch }) => ({ changed: changeMany(write, ids, patch) }),
  'modules.duplicate': ({ write }, copy) => ({ id: duplicateModule(write, copy) }),
  'modules.retire': ({ write }, { id, retired }) => {
    retireModule(write, id, retired);
    return {};
  },
  'modules.remove': ({ write }, { id }) => {
    removeModule(write, id);
    return {};
  },
  'modules.usage': ({ read }, { id }) => moduleUsage(read, requireModule(read, id)),
  'modules.used': ({ read }) => [...usedModules(read)],
};
