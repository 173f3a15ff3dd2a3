export { activityContent, requireActivity } from './activities.ts';
export { attendanceGrid, type Mark, minutesByEnrolment, writeMarks } from './attendance.ts';
export { listCompletion } from './completion.ts';
export { enrol } from './enrolments.ts';
export { listSessions } from './sessions.ts';
