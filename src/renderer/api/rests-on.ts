import type { Topic } from '../../shared/contract/index.ts';
import { ALL_TOPICS } from '../../shared/topics.ts';

/** What the answers rest on: by method, or for its whole family, the part of its name before the dot. */
export const RESTS_ON: Readonly<Record<string, readonly Topic[]>> = {
  system: ['system', 'office'],
  office: ['office', 'system'],
  statements: ['office'],
  assets: ['office'],
  backups: ['system'],
  changes: ALL_TOPICS,
  audit: ALL_TOPICS,
  home: ALL_TOPICS,
  search: ALL_TOPICS,
  jobs: [],
  competencies: ['modules'],
  modules: ['modules'],
  'modules.usage': ['modules', 'curricula', 'activities', 'learners'],
  'modules.used': ['modules', 'curricula', 'learners'],
  // Credit is rounded, and pages are printed, as the office says.
  templates: ['modules', 'office'],
  curricula: ['curricula', 'modules', 'activities', 'office'],
  versions: ['curricula', 'activities', 'office'],
  'versions.cohorts': ['curricula', 'activities', 'certificates'],
  people: ['people', 'activities', 'certificates', 'attendance'],
  'people.history': ALL_TOPICS,
  'people.mergePreview': ALL_TOPICS,
  learners: ['learners', 'people', 'modules', 'activities', 'attendance', 'certificates', 'office'],
  pathways: ['learners', 'people', 'modules', 'activities', 'attendance', 'certificates', 'office'],
  reflections: ['learners', 'activities', 'people', 'modules'],
  imports: ['imports', 'people', 'activities', 'attendance', 'learners'],
  // Enrolments that stay with a merged record do not count.
  activities: ['activities', 'attendance', 'certificates', 'curricula', 'people'],
  enrolments: ['activities', 'people'],
  attendance: ['attendance', 'activities', 'people', 'imports'],
  completion: ['attendance', 'activities', 'people', 'certificates', 'office'],
  'credit.types': ['credit', 'activities'],
  'credit.targets': ['credit'],
  credit: ['credit', 'activities', 'attendance', 'people', 'office'],
  certificates: ['certificates', 'activities', 'attendance', 'people', 'office'],
};

/** Whether an answer of the method may read otherwise once one of these topics has changed. A method of no known family rests on all. */
export function restsOn(method: string, topics: readonly Topic[]): boolean {
  const [family = ''] = method.split('.');
  const rests = RESTS_ON[method] ?? RESTS_ON[family] ?? ALL_TOPICS;
  return topics.some((topic) => rests.includes(topic));
}
