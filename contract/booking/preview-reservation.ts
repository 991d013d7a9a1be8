import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, WallTime } from '../platform/values.ts';
import { EndTime } from './reservation.ts';
import { ReservationPreview } from './reservation-preview.ts';

export const previewReservation = route({
  name: 'previewReservation',
  module: 'booking',
  method: 'GET',
  path: '/reservations/preview',
  summary:
    'What reserving a span would give: CONFIRMED or PENDING and why, what it costs, or why it can’t be',
  access: 'reservation.make',
  query: Body({
    date: CalendarDate,
    start_time: WallTime,
    end_time: EndTime,
    resource: Type.Optional(Id),
    reservation: Type.Optional(
      Type.String({ ...Id, description: 'Of the one that would be moved' }),
    ),
  }),
  status: 200,
  answer: ReservationPreview,
  refusals: {},
});
