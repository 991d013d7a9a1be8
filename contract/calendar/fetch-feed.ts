import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';

export const fetchFeed = route({
  name: 'fetchFeed',
  module: 'calendar',
  method: 'GET',
  path: '/calendar/feeds/:token.ics',
  summary:
    'A person’s shifts and duties for calendar programs (iCalendar); whoever has the address may read',
  access: 'anyone',
  params: Body({ token: Type.String({ maxLength: 200 }) }),
  status: 200,
  answer: Type.String(),
  media: ['text/calendar'],
  refusals: { too_many_tries: 'More than 60 times in 10 minutes: wait (429).' },
});
