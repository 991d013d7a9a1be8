import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, page } from '../platform/values.ts';
import { Invitation } from './invitation.ts';

export const listInvitations = route({
  name: 'listInvitations',
  module: 'people',
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations that nobody has accepted yet, the newest first; expired ones too',
  access: 'person.add',
  query: Body({ ...page }),
  status: 200,
  answer: Type.Array(Invitation),
  refusals: {},
});
