import { QueryClient } from '@tanstack/react-query';
import type { MethodName, Topic } from '../../shared/contract/index.ts';
import { ALL_TOPICS } from '../../shared/topics.ts';
import { onEngineEvent, onReach } from './client.ts';

/** What the answers rest on: by method, or for its whole family, the part of its name before the dot. */
const RESTS_ON: Readonly<Record<string, readonly Topic[]>> = {
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
  templates: ['modules'],
  curricula: ['curricula', 'modules', 'activities'],
  versions: ['curricula', 'activities'],
  people: ['people', 'activities', 'certificates', 'attendance'],
  learners: ['learners', 'people', 'modules', 'activities', 'attendance', 'certificates'],
  pathways: ['learners', 'people', 'modules', 'activities', 'attendance', 'certificates', 'office'],
  reflections: ['learners', 'activities', 'people', 'modules'],
  imports: ['imports', 'people', 'activities', 'attendance', 'learners'],
  activities: ['activities', 'attendance', 'certificates', 'curricula'],
  enrolments: ['activities', 'people'],
  attendance: ['attendance', 'activities', 'people'],
  completion: ['attendance', 'activities', 'people', 'certificates', 'office'],
  certificates: ['certificates', 'activities', 'attendance', 'people', 'office'],
};

/** The window's store of answers. Answers stay fresh until the engine says that a topic changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 300_000,
      retry: false,
      refetchOnWindowFocus: false,
    },
  },
});

/** Fetches again every shown answer that rests on one of these topics. */
export function refetchTopics(topics: readonly Topic[]): void {
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [method] }) => typeof method === 'string' && restsOn(method, topics),
  });
}

/** Fetches again every shown answer of one method. */
export function refetchMethod(method: MethodName): void {
  void queryClient.invalidateQueries({ queryKey: [method] });
}

/** Follows the engine for as long as the window lives: changed topics, finished jobs, a way that opens again. */
export function followEngine(): void {
  let away = false;
  onEngineEvent((event) => {
    if (event.type === 'changed') refetchTopics(event.topics);
    else if (event.job.status !== 'running') refetchTopics(['system']);
  });
  onReach((reachable) => {
    // What happened while nobody listened is unknown: ask for everything again.
    if (reachable && away) void queryClient.invalidateQueries();
    away = !reachable;
  });
}

function restsOn(method: string, topics: readonly Topic[]): boolean {
  const [family = ''] = method.split('.');
  const rests = RESTS_ON[method] ?? RESTS_ON[family] ?? ALL_TOPICS;
  return topics.some((topic) => rests.includes(topic));
}
