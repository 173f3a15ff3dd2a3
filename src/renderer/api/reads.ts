import { keepPreviousData, type UseQueryResult, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Input, MethodName, Output } from '../../shared/contract/index.ts';
import { type CallFault, callOrThrow } from './client.ts';

/** Methods whose last answer stays on the screen while the next one is fetched: searching must not flicker. */
const KEEPS_LAST: ReadonlySet<MethodName> = new Set([
  'people.list',
  'certificates.list',
  'credit.ledger',
  'credit.standing',
  'search.everything',
]);

/** Options of {@link useRead}. */
export type ReadOptions = {
  readonly enabled?: boolean;
  /** Shows the answer for the last input until the new one is there. */
  readonly keepPrevious?: boolean;
};

/** Reads from the engine and stays current: the answer is fetched again when something it rests on changes. */
export function useRead<M extends MethodName>(
  method: M,
  input: Input<M>,
  options: ReadOptions = {},
): UseQueryResult<Output<M>, CallFault> {
  const keep = options.keepPrevious ?? KEEPS_LAST.has(method);
  return useQuery<Output<M>, CallFault, Output<M>>({
    queryKey: [method, input],
    queryFn: () => callOrThrow(method, input),
    enabled: options.enabled ?? true,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Methods that answer page by page. */
export type PagedMethod = 'people.list' | 'certificates.list' | 'credit.ledger' | 'credit.standing';

/** All pages read so far, and the way to the next. */
export type Pages<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly loading: boolean;
  readonly fetching: boolean;
  readonly fault: CallFault | null;
  /** Reads the next page; does nothing when all is read or one is on its way. Fits `DataTable.onEndReached`. */
  readonly loadMore: () => void;
  readonly retry: () => void;
};

/** Reads a long list page by page; `after` is filled in here. */
export function useReadPages<M extends PagedMethod>(
  method: M,
  input: Omit<Input<M>, 'after'>,
): Pages<Output<M>['rows'][number]> {
  const query = useInfiniteQuery({
    queryKey: [method, 'pages', input],
    initialPageParam: null as string | null, // the library infers the cursor's type from its first value
    // `after` completes the input that the caller gave without it.
    queryFn: ({ pageParam }) => callOrThrow(method, { ...input, after: pageParam } as Input<M>),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page): Output<M>['rows'][number][] => page.rows),
    total: pages[0]?.total ?? 0,
    loading: query.isPending,
    fetching: query.isFetching,
    // Every failure of `callOrThrow` is a CallFault.
    fault: query.error as CallFault | null,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
  };
}
