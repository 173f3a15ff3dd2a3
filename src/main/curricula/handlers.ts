import type { curricula } from '../../shared/contract/curricula.ts';
import type { Handlers } from '../engine/handlers.ts';
import {
  copyVersion,
  createCurriculum,
  duplicateCurriculum,
  getCurriculum,
  listCurricula,
  removeCurriculum,
  updateCurriculum,
} from './curricula.ts';
import { overviewFile } from './overview.ts';
import { draftSyllabusFile, syllabusFile } from './syllabus.ts';
import { listTemplates } from './templates.ts';
import { getVersion, listCohorts, listVersions, publish } from './versions.ts';

/** Curricula: templates, drafts and published versions. */
export const curriculaHandlers: Handlers<typeof curricula> = {
  'templates.list': ({ read }) => [...listTemplates(read)],
  'curricula.list': ({ read }) => [...listCurricula(read)],
  'curricula.get': ({ read }, { id }) => getCurriculum(read, id),
  'curricula.create': ({ write }, input) => ({ id: createCurriculum(write, input) }),
  'curricula.update': ({ write }, { id, content }) => {
    updateCurriculum(write, id, content);
    return {};
  },
  'curricula.duplicate': ({ write }, { id, title }) => ({ id: duplicateCurriculum(write, id, title) }),
  'curricula.copyVersion': ({ write }, { versionId, title }) => ({
    id: copyVersion(write, versionId, title),
  }),
  'curricula.remove': ({ write }, { id }) => {
    removeCurriculum(write, id);
    return {};
  },
  'curricula.publish': ({ write }, { id }) => publish(write, id),
  'versions.list': ({ read }) => [...listVersions(read)],
  'versions.get': ({ read }, { versionId }) => getVersion(read, versionId),
  'versions.cohorts': ({ read }, { curriculumId }) => [...listCohorts(read, curriculumId)],
  'curricula.syllabus': ({ read, pages }, { id }) => draftSyllabusFile(read, pages, id),
  'versions.overview': ({ read, pages }, { versionId }) => overviewFile(read, pages, versionId),
  'versions.syllabus': ({ read, pages }, { versionId }) => syllabusFile(read, pages, versionId),
};
