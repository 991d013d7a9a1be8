import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { JoinCode } from './join-code.ts';

export const makeJoinCode = route({
  name: 'makeJoinCode',
  module: 'people',
  method: 'POST',
  path: '/join-codes',
  summary:
    'Make a code (and link) with which people join as members: 25 of them, for 7 days, or as said',
  access: 'person.add',
  body: Body({
    uses_max: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  }),
  status: 201,
  answer: JoinCode,
  refusals: { verify_first: 'Verify your own e-mail address before you invite others (403).' },
});
