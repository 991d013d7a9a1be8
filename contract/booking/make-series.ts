import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Text, WallTime } from '../platform/values.ts';
import { EndTime } from './reservation.ts';
import { claimRefusals } from './reservation-refusals.ts';
import { OccurrenceClash, RecurrenceRule, Series } from './series.ts';

export const makeSeries = route({
  name: 'makeSeries',
  module: 'booking',
  method: 'POST',
  path: '/reservations/series',
  summary:
    'Reserve again and again by a rule: all of it, or with `partial` what is free and the clashes listed',
  access: 'reservation.make',
  body: Body({
    date: CalendarDate,
    start_time: WallTime,
    end_time: EndTime,
    rrule: RecurrenceRule,
    partial: Type.Optional(Type.Boolean()),
    notes: Type.Optional(Text(1000)),
    resource: Type.Optional(Id),
  }),
  status: 201,
  answer: Type.Object({ series: Series, clashes: Type.Array(OccurrenceClash) }),
  refusals: {
    ...claimRefusals,
    series_clashes:
      'Some occurrences can’t be; lists each with why. With `partial` the others are made.',
  },
});
