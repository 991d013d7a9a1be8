import { useNavigate, useSearch } from '@tanstack/react-router';
import { reservationOrders } from '../../../../contract/booking/list-reservations.ts';
import { reservationStatuses } from '../../../../contract/booking/reservation.ts';
import { isDate } from '../../lib/dates.ts';

type Order = (typeof reservationOrders)[number];
type Set = Partial<
  Record<'status' | 'resource' | 'search' | 'from' | 'until' | 'sort', string | undefined>
>;

/** Which reservations are listed, in which order: it stands in the address, so it can be sent. */
export function useReservationFilter() {
  const asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const status = reservationStatuses.find((one) => one === asked.status);
  const sort: Order = reservationOrders.find((one) => one === asked.sort) ?? '-starts_at';
  const { resource, search } = asked;
  const from = isDate(asked.from) ? asked.from : undefined;
  const until = isDate(asked.until) ? asked.until : undefined;
  return {
    ...{ status, sort, resource, search, from, until },
    isSet: [status, resource, search, from, until].some(Boolean),
    query: { status, sort, resource, search, start_date: from, end_date: until, limit: 50 },
    set: (change: Set) =>
      void navigate({
        to: '/booking/reservations',
        search: (before: Record<string, unknown>) => ({ ...before, ...change }),
        replace: true,
      }),
    clear: () => void navigate({ to: '/booking/reservations', search: {}, replace: true }),
  };
}
