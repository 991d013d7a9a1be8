import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { LoadError, RowsLoading } from './query-view.tsx';

type PagesViewProps<T> = {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>;
  children: (all: T[]) => React.ReactNode;
};

/** What a list that is read page by page has to show: loading, an error with a retry, or all rows so far. */
export function PagesView<T>({ query, children }: PagesViewProps<T>) {
  if (query.data) return children(query.data.pages.flatMap(({ items }) => items));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return <RowsLoading />;
}
