import type { reflections } from '../../shared/contract/reflections.ts';
import type { Handlers } from '../engine/handlers.ts';
import { listReflections, recordReflection, reflectionSummary, removeReflection } from './reflections.ts';

/** What learners wrote after an activity. */
export const reflectionsHandlers: Handlers<typeof reflections> = {
  'reflections.list': ({ read }, { activityId }) => [...listReflections(read, activityId)],
  'reflections.record': ({ write }, { enrolmentId, content }) => {
    recordReflection(write, enrolmentId, content);
    return {};
  },
  'reflections.remove': ({ write }, { enrolmentId }) => {
    removeReflection(write, enrolmentId);
    return {};
  },
  'reflections.summary': ({ read, now }, { activityId }) => reflectionSummary(read, activityId, now()),
};
