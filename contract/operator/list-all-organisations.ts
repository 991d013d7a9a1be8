import { Type } from 'typebox';
import { SystemsOn } from '../organisations/organisation.ts';
import { route } from '../platform/route.ts';
import { Body, Id, Instant, Nullable, page } from '../platform/values.ts';

export const listAllOrganisations = route({
  name: 'listAllOrganisations',
  module: 'operator',
  method: 'GET',
  path: '/operator/organisations',
  summary: 'Every organisation of the instance, the newest first, with counts and no contents',
  access: 'operator',
  query: Body(page),
  status: 200,
  answer: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      slug: Type.String(),
      created_at: Instant,
      systems: SystemsOn,
      people: Type.Integer(),
      active_people: Type.Integer(),
      last_used_at: Nullable(Instant),
    }),
  ),
  refusals: {},
});
