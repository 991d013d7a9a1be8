import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, page } from '../platform/values.ts';
import { Person, PersonState, RoleId } from './person.ts';

export const listPeople = route({
  name: 'listPeople',
  module: 'identity',
  method: 'GET',
  path: '/users',
  summary: 'The directory of the organisation, by name',
  access: 'person.read',
  query: Body({
    search: Type.Optional(Line(100)),
    state: Type.Optional(PersonState),
    role: Type.Optional(RoleId),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Person),
  refusals: {},
});
