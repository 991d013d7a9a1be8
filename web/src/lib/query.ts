import { infiniteQueryOptions, QueryClient, queryOptions } from '@tanstack/react-query';
import type { Answer, Route } from '../../../contract/platform/route.ts';
import { call, callForPage, type Given } from './call.ts';
import { ProblemError } from './problem.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => !(error instanceof ProblemError) && failures < 2,
    },
  },
});

/** A reading route as a query. Its key begins with the route's module, so an event can refresh a module. */
export function queryOf<const R extends Route>(route: R, given: Given<R>) {
  return queryOptions<Answer<R>>({
    queryKey: [route.module, route.name, given],
    queryFn: ({ signal }) => call(route, given, { signal }),
  });
}

/** A list that is read page by page, one more each time `fetchNextPage` is called. */
export function pagesOf<const R extends Route>(route: R, given: Given<R> & { query: object }) {
  return infiniteQueryOptions({
    queryKey: [route.module, route.name, 'pages', given],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...given.query, cursor: cursor ?? undefined };
      return callForPage(route, { ...given, query }, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Reads everything of these modules again: what is shown equals a fresh load. */
export function refreshModules(...modules: string[]): Promise<unknown> {
  return Promise.all(
    modules.map((module) => queryClient.invalidateQueries({ queryKey: [module] })),
  );
}
