import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';

/**
 * Where a message is on its way; each follows those before it, `failed` and `bounced` are ends. One that was
 * `withdrawn` never went out: what it stood with was called off.
 */
export const deliveryStatuses = [
  ...(['queued', 'sending', 'sent', 'delivered', 'read'] as const),
  ...(['failed', 'bounced', 'withdrawn'] as const),
] as const;
export const DeliveryStatus = Type.Enum(deliveryStatuses);
export type DeliveryStatus = Static<typeof DeliveryStatus>;

export const Channel = Type.Enum(['email', 'sms', 'whatsapp']);
export type Channel = Static<typeof Channel>;

/** A message on its way to a person, for who looks after its getting there. */
export const Delivery = Type.Object({
  id: Id,
  channel: Channel,
  to: Type.String({ description: 'Address or number it goes to' }),
  person: Type.Object({ id: Id, name: Type.String() }),
  subject: Type.String(),
  event: Type.String({ description: 'What caused it' }),
  status: DeliveryStatus,
  attempts: Type.Integer(),
  failure: Nullable(
    Type.Object(
      {
        code: Type.String({ description: "The provider's code, or ours" }),
        detail: Type.String(),
      },
      { description: 'Why the last attempt did not get through; a queued message is tried again' },
    ),
  ),
  simulated: Type.Boolean({ description: 'Nobody gets it: no provider is set for its channel' }),
  created_at: Instant,
  due_at: Nullable(Instant),
  sent_at: Nullable(Instant),
  can: Type.Object({ send_again: Type.Boolean() }),
});
export type Delivery = Static<typeof Delivery>;
