import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Text, WallTime } from '../platform/values.ts';
import { EndTime } from './reservation.ts';
import { changeRefusals, claimRefusals } from './reservation-refusals.ts';
import { Series } from './series.ts';

export const editRest = route({
  name: 'editRest',
  module: 'booking',
  method: 'PUT',
  path: '/reservations/:id/rest',
  summary:
    'Change this reservation of a series and all that follow it: other times or notes, all or none',
  access: 'reservation.make',
  params: ById,
  body: Body({
    start_time: Type.Optional(WallTime),
    end_time: Type.Optional(EndTime),
    notes: Type.Optional(Text(1000)),
    days_later: Type.Optional(
      Type.Integer({ minimum: -6, maximum: 6, description: 'Each so many days later, or earlier' }),
    ),
  }),
  status: 200,
  answer: Series,
  refusals: {
    ...claimRefusals,
    ...changeRefusals,
    series_clashes: 'Some of them can’t be; lists each with why, and nothing changed.',
    not_recurring: 'It is of no series.',
  },
});
