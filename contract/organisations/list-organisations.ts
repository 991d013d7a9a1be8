import { Type } from 'typebox';
import { Organisation, RoleId } from '../identity/person.ts';
import { route } from '../platform/route.ts';

export const listOrganisations = route({
  name: 'listOrganisations',
  module: 'organisations',
  method: 'GET',
  path: '/auth/organisations',
  summary: 'Where I belong, the one I am in first; `X-Organisation` switches',
  access: 'account',
  status: 200,
  answer: Type.Array(
    Type.Object({
      ...Organisation.properties,
      role: RoleId,
      role_name: Type.String(),
      is_current: Type.Boolean(),
    }),
  ),
  refusals: {},
});
