import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { BookingDay } from '../../../../contract/booking/booking-day.ts';
import { previewReservation } from '../../../../contract/booking/preview-reservation.ts';
import { readBookingCalendar } from '../../../../contract/booking/read-booking-calendar.ts';
import type { ReservationPreview } from '../../../../contract/booking/reservation-preview.ts';
import type { Resource } from '../../../../contract/resources/resource.ts';
import { isDate, minutesNowIn, todayIn } from '../../lib/dates.ts';
import { queryOf } from '../../lib/query.ts';
import { useMe } from '../../lib/use-me.ts';
import { minutesOfSpan, touchesPrimeTime } from './slots-of-day.ts';
import { type Span, type WhyNot, whyNotSpan } from './why-not-span.ts';

export type SpanCheck = {
  day: BookingDay | undefined;
  whyNot: WhyNot | null;
  /** Known from the calendar at once; the preview knows the other rules too. */
  primeTime: boolean;
  preview: ReservationPreview | undefined;
};

const typingMs = 200;

/** What reserving a span would give, said while it is filled in. */
export function useSpanCheck(span: Span, resource: Resource, reservation?: string): SpanCheck {
  const { time_zone } = useMe().organisation;
  const now = { today: todayIn(time_zone), minutes: minutesNowIn(time_zone) };
  const whyNot = whyNotSpan(span, resource.settings, now);
  const day = useQuery({
    ...queryOf(readBookingCalendar, {
      query: { resource: resource.id, start_date: span.date, end_date: span.date },
    }),
    enabled: isDate(span.date),
  }).data?.calendar[0];
  const { date, start_time, end_time } = span;
  const complete = isDate(date) && start_time !== '' && end_time !== '' && !whyNot;
  const asked = JSON.stringify({ date, start_time, end_time, resource: resource.id, reservation });
  const [settled] = useDebouncedValue(asked, typingMs);
  const preview = useQuery({
    ...queryOf(previewReservation, { query: JSON.parse(settled) }),
    enabled: complete && settled === asked,
  });
  const known = day && complete && touchesPrimeTime(minutesOfSpan(span), day);
  return {
    day,
    whyNot,
    primeTime: known || (preview.data?.is_primetime ?? false),
    preview: complete && settled === asked ? preview.data : undefined,
  };
}
