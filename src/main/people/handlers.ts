import type { people } from '../../shared/contract/people.ts';
import type { peopleHistory } from '../../shared/contract/people-history.ts';
import type { peopleMerge } from '../../shared/contract/people-merge.ts';
import type { Handlers } from '../engine/handlers.ts';
import { applyRehearsal, importRows, listImports, rehearse } from '../imports/index.ts';
import { followAtActivity } from './at-activity.ts';
import { listDifferent, markDifferent, unmarkDifferent } from './different-people.ts';
import { findDuplicates } from './duplicates.ts';
import { personHistory } from './history.ts';
import { mergePeople } from './merge/merge.ts';
import { previewMerge } from './merge/preview.ts';
import { createPerson, getPerson, listPeople, removePerson, updatePerson } from './people.ts';

/** People, and the imports that bring them and their attendance. */
export const peopleHandlers: Handlers<typeof people & typeof peopleHistory & typeof peopleMerge> = {
  'people.list': ({ read }, input) => listPeople(read, input),
  'people.get': ({ read }, { id }) => getPerson(read, id),
  'people.create': ({ write }, content) => ({ id: createPerson(write, content) }),
  'people.update': ({ write }, { id, content }) => updatePerson(write, id, content),
  'people.followAtActivity': ({ write }, { id, activityId }) => {
    followAtActivity(write, id, activityId);
    return {};
  },
  'people.remove': ({ write }, { id }) => {
    removePerson(write, id);
    return {};
  },
  'people.history': ({ read }, { id }) => personHistory(read, id),
  'people.findDuplicates': ({ file, jobs }) =>
    jobs.start('duplicates', 'Looking for records of the same person', async (control) => ({
      ...(await findDuplicates(file.reader, control)),
    })),
  'people.markDifferent': ({ write }, { oneId, otherId }) => {
    markDifferent(write, oneId, otherId);
    return {};
  },
  'people.unmarkDifferent': ({ write }, { oneId, otherId }) => {
    unmarkDifferent(write, oneId, otherId);
    return {};
  },
  'people.listDifferent': ({ read }) => listDifferent(read),
  'people.mergePreview': ({ read }, { keepId, otherId }) => previewMerge(read, keepId, otherId),
  'people.merge': ({ write }, input) => ({ id: mergePeople(write, input) }),
  'imports.rehearseRoster': ({ read, file, now }, input) =>
    rehearse(file, read, { ...input, kind: 'roster', sessionId: null, now: now() }),
  'imports.rehearseAttendance': ({ read, file, now }, input) =>
    rehearse(file, read, { ...input, kind: 'attendance', now: now() }),
  'imports.rehearseReflections': ({ read, file, now }, input) =>
    rehearse(file, read, { ...input, kind: 'reflections', sessionId: null, now: now() }),
  'imports.apply': (services, { rehearsalId, decisions }) => applyRehearsal(services, rehearsalId, decisions),
  'imports.list': ({ read }, { activityId }) => [...listImports(read, activityId)],
  'imports.rows': ({ read }, { importId }) => [...importRows(read, importId)],
};
