import type { people } from '../../shared/contract/people.ts';
import type { Handlers } from '../engine/handlers.ts';
import { applyRehearsal, importRows, listImports, rehearse } from '../imports/index.ts';
import { createPerson, getPerson, listPeople, removePerson, updatePerson } from './people.ts';

/** People, and the imports that bring them and their attendance. */
export const peopleHandlers: Handlers<typeof people> = {
  'people.list': ({ read }, input) => listPeople(read, input),
  'people.get': ({ read }, { id }) => getPerson(read, id),
  'people.create': ({ write }, content) => ({ id: createPerson(write, content) }),
  'people.update': ({ write }, { id, content }) => {
    updatePerson(write, id, content);
    return {};
  },
  'people.remove': ({ write }, { id }) => {
    removePerson(write, id);
    return {};
  },
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
