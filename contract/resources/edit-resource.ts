import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, ById, Nullable } from '../platform/values.ts';
import { OwnSettingsChange } from './own-settings.ts';
import { Capacity, Colour, Price, Resource, ResourceName } from './resource.ts';

export const editResource = route({
  name: 'editResource',
  module: 'resources',
  method: 'PATCH',
  path: '/resources/:id',
  summary: 'Change a resource or its own settings; what is booked already stays',
  access: 'resource.change',
  params: ById,
  body: Body({
    name: Type.Optional(ResourceName),
    colour: Type.Optional(Colour),
    capacity: Type.Optional(Capacity),
    occupies_person: Type.Optional(Type.Boolean()),
    price: Type.Optional(Nullable(Price)),
    settings: Type.Optional(OwnSettingsChange),
  }),
  status: 200,
  answer: Resource,
  refusals: {
    resource_name_taken: 'Another resource has this name.',
    version_stale: 'Someone changed it meanwhile (412); read it again.',
  },
});
