import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, WallTime } from '../platform/values.ts';

export const listFree = route({
  name: 'listFree',
  module: 'timeline',
  method: 'GET',
  path: '/timeline/free',
  summary: 'Who is free for a span: nobody listed has any commitment in it',
  access: 'timeline.read',
  query: Body({
    date: CalendarDate,
    start_time: WallTime,
    end_time: WallTime,
    overnight: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: Type.Array(Type.Object({ person: Id, name: Type.String() })),
  refusals: {},
});
