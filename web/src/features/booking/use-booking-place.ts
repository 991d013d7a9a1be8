import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { columnOf } from '../../lib/calendar-rows.ts';
import { addDays, addMonths, dayOfMonth, firstOfMonth, monthOf } from '../../lib/dates.ts';

export const bookingViews = ['month', 'week', 'day'] as const;
export type BookingView = (typeof bookingViews)[number];

/** Where a date stands in a resource's calendar, as a path. */
export function bookingPath(view: BookingView, date: string): string {
  return `/booking/calendar/${view}/${date}`;
}

/** Which view of which resource stands in the address, and the ways to others. */
export function useBookingPlace(today: string) {
  const { view: shown, date: named } = useParams({ strict: false });
  const { resource } = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = bookingViews.find((one) => one === shown) ?? 'day';
  const date = named ?? today;
  const show = (to: BookingView, on: string, of = resource) =>
    void navigate({ to: bookingPath(to, on), search: { resource: of } });
  return {
    view,
    date,
    resource,
    show,
    go: (where: number | 'today') =>
      show(view, where === 'today' ? today : step(view, date, where)),
    showResource: (of: Resource) => show(view, date, of.is_default ? undefined : of.id),
  };
}

function step(view: BookingView, date: string, steps: number): string {
  if (view === 'day') return addDays(date, steps);
  if (view === 'week') return addDays(date, steps * 7);
  const { year, month } = monthOf(date);
  const next = addMonths(year, month, steps);
  return firstOfMonth(next.year, next.month);
}

/** The first and last date that a view shows: whole weeks, as the organisation begins them. */
export function rangeOf(view: BookingView, date: string, weekStart: number) {
  if (view === 'day') return { start: date, end: date };
  if (view === 'week') {
    const start = addDays(date, -columnOf(date, weekStart));
    return { start, end: addDays(start, 6) };
  }
  const first = addDays(date, 1 - dayOfMonth(date));
  const { year, month } = addMonths(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 1);
  const last = addDays(firstOfMonth(year, month), -1);
  return {
    start: addDays(first, -columnOf(first, weekStart)),
    end: addDays(last, 6 - columnOf(last, weekStart)),
  };
}
