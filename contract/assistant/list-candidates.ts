import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, WallTime } from '../platform/values.ts';
import { Candidate } from './gap.ts';

export const listCandidates = route({
  name: 'listCandidates',
  module: 'assistant',
  method: 'GET',
  path: '/candidates',
  summary: 'Up to 3 who could take a span, best first, each with the reasons',
  access: 'gap.read',
  query: Body({
    date: CalendarDate,
    start_time: WallTime,
    end_time: WallTime,
    overnight: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: Type.Array(Candidate),
  refusals: {},
});
