import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { JoinCode } from './join-code.ts';

export const listJoinCodes = route({
  name: 'listJoinCodes',
  module: 'people',
  method: 'GET',
  path: '/join-codes',
  summary: 'Join codes, the newest first, with how often each was used and whether it still opens',
  access: 'person.add',
  query: Body({ ...page }),
  status: 200,
  answer: Type.Array(JoinCode),
  refusals: {},
});
