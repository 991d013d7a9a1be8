import { route } from '../platform/route.ts';
import { OrganisationSettings } from './organisation.ts';

export const readOrganisation = route({
  name: 'readOrganisation',
  module: 'organisations',
  method: 'GET',
  path: '/organisation',
  summary: 'The organisation and its settings',
  access: 'organisation.read',
  status: 200,
  answer: OrganisationSettings,
  refusals: {},
});
