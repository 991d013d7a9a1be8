import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Nullable } from '../platform/values.ts';
import { OwnSettingsChange } from './own-settings.ts';
import { Capacity, Colour, Price, Resource, ResourceName } from './resource.ts';

export const addResource = route({
  name: 'addResource',
  module: 'resources',
  method: 'POST',
  path: '/resources',
  summary: 'Add something that can be booked',
  access: 'resource.change',
  body: Body({
    name: ResourceName,
    colour: Type.Optional(Colour),
    capacity: Type.Optional(Capacity),
    occupies_person: Type.Optional(Type.Boolean()),
    price: Type.Optional(Nullable(Price)),
    settings: Type.Optional(OwnSettingsChange),
  }),
  status: 201,
  answer: Resource,
  refusals: { resource_name_taken: 'Another resource has this name.' },
});
