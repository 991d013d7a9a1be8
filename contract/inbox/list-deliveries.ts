import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Id, page } from '../platform/values.ts';
import { Channel, Delivery, DeliveryStatus } from './delivery.ts';

export const listDeliveries = route({
  name: 'listDeliveries',
  module: 'inbox',
  method: 'GET',
  path: '/deliveries',
  summary: 'Messages on their way to people, newest first, with why those failed that did',
  access: 'delivery.read',
  query: Body({
    status: Type.Optional(DeliveryStatus),
    channel: Type.Optional(Channel),
    person: Type.Optional(Id),
    ...page,
  }),
  status: 200,
  answer: Type.Array(Delivery),
  refusals: {},
});
