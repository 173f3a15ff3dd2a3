import type { activities } from '../../shared/contract/activities.ts';
import type { Handlers } from '../engine/handlers.ts';
import { createActivity, getActivity, listActivities, removeActivity, updateActivity } from './activities.ts';
import { attendanceGrid, attendanceHistory, markAttendance } from './attendance.ts';
import { listCompletion, recordCompletion } from './completion.ts';
import { copyActivity } from './copy-activity.ts';
import { addEnrolments, removeEnrolments } from './enrolments.ts';
import { setSessions } from './sessions.ts';

/** Activities with their sessions, enrolments, attendance and completion. */
export const activitiesHandlers: Handlers<typeof activities> = {
  'activities.list': ({ read, now }) => [...listActivities(read, now())],
  'activities.get': ({ read, now }, { id }) => getActivity(read, id, now()),
  'activities.create': ({ write }, input) => ({ id: createActivity(write, input) }),
  'activities.copy': ({ write }, input) => ({ id: copyActivity(write, input) }),
  'activities.update': ({ write }, { id, content }) => {
    updateActivity(write, id, content);
    return {};
  },
  'activities.setSessions': ({ write }, { id, sessions }) => {
    setSessions(write, id, sessions);
    return {};
  },
  'activities.remove': ({ write }, { id }) => {
    removeActivity(write, id);
    return {};
  },
  'enrolments.add': ({ write }, { activityId, personIds }) => addEnrolments(write, activityId, personIds),
  'enrolments.remove': ({ write }, { activityId, enrolmentIds }) => {
    removeEnrolments(write, activityId, enrolmentIds);
    return {};
  },
  'attendance.grid': ({ read }, { activityId }) => attendanceGrid(read, activityId),
  'attendance.mark': ({ write }, { activityId, marks }) => markAttendance(write, activityId, marks, 'grid'),
  'attendance.history': ({ read }, { enrolmentId, sessionId }) =>
    attendanceHistory(read, enrolmentId, sessionId),
  'completion.list': ({ read }, { activityId }) => [...listCompletion(read, activityId)],
  'completion.record': ({ write }, input) => recordCompletion(write, input),
};
