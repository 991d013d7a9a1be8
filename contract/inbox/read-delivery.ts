import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById, Instant, Nullable } from '../platform/values.ts';
import { Delivery } from './delivery.ts';

export const readDelivery = route({
  name: 'readDelivery',
  module: 'inbox',
  method: 'GET',
  path: '/deliveries/:id',
  summary: 'One message on its way: each attempt, and what its provider told',
  access: 'delivery.read',
  params: ById,
  status: 200,
  answer: Type.Object({
    ...Delivery.properties,
    attempt_log: Type.Array(
      Type.Object({
        number: Type.Integer(),
        started_at: Instant,
        ended_at: Nullable(Instant),
        outcome: Nullable(Type.Enum(['sent', 'failed', 'unknown'])),
        code: Nullable(Type.String()),
        detail: Nullable(Type.String()),
        provider_id: Nullable(Type.String()),
      }),
    ),
    reports: Type.Array(
      Type.Object({
        status: Type.String({ description: "In the provider's words" }),
        code: Nullable(Type.String()),
        detail: Nullable(Type.String()),
        received_at: Instant,
      }),
    ),
  }),
  refusals: {},
});
