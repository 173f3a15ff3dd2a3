import { useQueries } from '@tanstack/react-query';
import type { Curriculum } from '../../../shared/contract/curricula.ts';
import { callOrThrow, useRead } from '../../api/index.ts';

/** Above this many curricula looking into each of them would no longer be quick. */
const MOST_LOOKED_INTO = 60;

/** The curricula that hold a module as they stand now; null while not known, or when there are too many to look into. */
export function useCurriculaWith(moduleId: number): readonly Curriculum[] | null {
  const list = useRead('curricula.list', {});
  const few = list.data && list.data.length <= MOST_LOOKED_INTO ? list.data : [];
  const answers = useQueries({
    // The same keys as `useRead`, so that what is known already is not read again.
    queries: few.map(({ id }) => ({
      queryKey: ['curricula.get', { id }],
      queryFn: () => callOrThrow('curricula.get', { id }),
    })),
  });
  if (!list.data || list.data.length > MOST_LOOKED_INTO || answers.some(({ isPending }) => isPending))
    return null;
  return answers.flatMap(({ data }) => (data?.moduleIds.includes(moduleId) ? [data] : []));
}
