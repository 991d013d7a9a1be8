import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, Line } from '../platform/values.ts';

export const listMentionable = route({
  name: 'listMentionable',
  module: 'mentions',
  method: 'GET',
  path: '/mentions',
  summary: 'Who could be meant by what was typed after @, at most 8, for completing it',
  access: 'organisation.read',
  query: Body({ typed: Type.Optional(Line(80)) }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      id: Id,
      full_name: Type.String(),
      insert: Type.String({ description: 'What to write so that it is them: @Cleo Marsh' }),
    }),
  ),
  refusals: {},
});
