import type { curricula } from '../../shared/contract/curricula.ts';
import type { Handlers } from '../engine/handlers.ts';
import { listCompetencies } from './competencies.ts';
import {
  createCurriculum,
  duplicateCurriculum,
  getCurriculum,
  listCurricula,
  removeCurriculum,
  updateCurriculum,
} from './curricula.ts';
import { createModule, listModules, retireModule, updateModule } from './modules.ts';
import { syllabusFile } from './syllabus.ts';
import { listTemplates } from './templates.ts';
import { getVersion, listVersions, publish } from './versions.ts';

/** Curricula: competencies, modules, templates, drafts and published versions. */
export const curriculaHandlers: Handlers<typeof curricula> = {
  'competencies.list': ({ read }) => [...listCompetencies(read)],
  'modules.list': ({ read }) => [...listModules(read)],
  'modules.create': ({ write }, content) => ({ id: createModule(write, content) }),
  'modules.update': ({ write }, { id, content }) => {
    updateModule(write, id, content);
    return {};
  },
  'modules.retire': ({ write }, { id, retired }) => {
    retireModule(write, id, retired);
    return {};
  },
  'templates.list': ({ read }) => [...listTemplates(read)],
  'curricula.list': ({ read }) => [...listCurricula(read)],
  'curricula.get': ({ read }, { id }) => getCurriculum(read, id),
  'curricula.create': ({ write }, input) => ({ id: createCurriculum(write, input) }),
  'curricula.update': ({ write }, { id, content }) => {
    updateCurriculum(write, id, content);
    return {};
  },
  'curricula.duplicate': ({ write }, { id, title }) => ({ id: duplicateCurriculum(write, id, title) }),
  'curricula.remove': ({ write }, { id }) => {
    removeCurriculum(write, id);
    return {};
  },
  'curricula.publish': ({ write }, { id }) => publish(write, id),
  'versions.list': ({ read }) => [...listVersions(read)],
  'versions.get': ({ read }, { versionId }) => getVersion(read, versionId),
  'versions.syllabus': ({ read, pages }, { versionId }) => syllabusFile(read, pages, versionId),
};
