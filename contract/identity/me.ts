import { route } from '../platform/route.ts';
import { Me } from './person.ts';

export const me = route({
  name: 'me',
  module: 'identity',
  method: 'GET',
  path: '/auth/me',
  summary: 'Who I am, where, and what I may do',
  access: 'account',
  byKey: true,
  status: 200,
  answer: Me,
  refusals: {},
});
