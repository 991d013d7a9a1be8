import { useQuery } from '@tanstack/react-query';
import { listPeriods } from '../../../../contract/rota/list-periods.ts';
import { queryOf } from '../../lib/query.ts';

/** Tells whether a date lies in a schedule period: outside of all, nothing has to be covered. */
export function useInPeriod(): (date: string) => boolean {
  const periods = useQuery(queryOf(listPeriods, { query: { limit: 50 } })).data ?? [];
  return (date) =>
    periods.some(({ start_date, end_date }) => start_date <= date && date <= end_date);
}
