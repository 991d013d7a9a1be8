import { useQuery } from '@tanstack/react-query';
import type { UncoveredWindow } from '../../../../contract/assistant/gap.ts';
import { listGaps } from '../../../../contract/assistant/list-gaps.ts';
import { addDays, todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMay, useMe } from '../../lib/use-me.ts';

/** The queue looks as far ahead as the daily alert. */
export const queueDays = 14;
/** So many gaps stand below the requests; all of them have a page. */
export const gapsShown = 6;

/** The gaps that stand below the requests, and their keys; none for those who may not know. */
export function useQueueGaps() {
  const mayRead = useMay('gap.read');
  const today = todayIn(useMe().organisation.time_zone);
  const query = { start_date: today, end_date: addDays(today, queueDays - 1) };
  const gaps = useQuery({ ...queryOf(listGaps, { query }), enabled: mayRead });
  return { mayRead, gaps, keys: (gaps.data ?? []).slice(0, gapsShown).map(gapKey) };
}

/** What tells a gap from the others. */
export function gapKey({ date, window }: UncoveredWindow): string {
  return `gap/${date}/${window}`;
}
