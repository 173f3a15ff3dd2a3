import { notifications } from '@mantine/notifications';
import { QueryClient } from '@tanstack/react-query';
import type { MethodName, Topic } from '../../shared/contract/index.ts';
import { onEngineEvent, onReach } from './client.ts';
import { forgetOffice } from './kept-by-office.ts';
import { restsOn } from './rests-on.ts';

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
    switch (event.type) {
      case 'changed':
        refetchTopics(event.topics);
        break;
      case 'replaced':
        // A message with Undo would take back an act of the file that is gone.
        notifications.clean();
        forgetOffice();
        break;
      case 'job':
        if (event.job.status !== 'running') refetchTopics(['system']);
        break;
    }
  });
  onReach((reachable) => {
    // What happened while nobody listened is unknown: ask for everything again.
    if (reachable && away) void queryClient.invalidateQueries();
    away = !reachable;
  });
}
