import { useQuery } from '@tanstack/react-query';
import { countUnread } from '../../../../contract/notifications/count-unread.ts';
import { queryOf } from '../../lib/query.ts';

/** How many notifications are not read; the socket keeps it true. */
export function useUnread(): number {
  return useQuery(queryOf(countUnread, {})).data?.unread_count ?? 0;
}
