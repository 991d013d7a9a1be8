import { Type } from 'typebox';
import { route } from '../platform/route.ts';

export const summarisePeople = route({
  name: 'summarisePeople',
  module: 'identity',
  method: 'GET',
  path: '/users/summary',
  summary:
    'How many people the organisation has, and how many of each role (also `/users?summary`)',
  access: 'person.read',
  status: 200,
  answer: Type.Object({
    total_users: Type.Integer(),
    by_role: Type.Record(Type.String(), Type.Integer(), {
      description: 'Own roles by their names',
    }),
  }),
  refusals: {},
});
