import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';
import { Channel, DeliveryStatus } from './delivery.ts';

/** A message as the built-in mailbox shows it: what would have been sent, or was. */
export const MailboxMessage = Type.Object({
  id: Id,
  channel: Channel,
  to: Type.String({ description: 'Address or number' }),
  to_name: Type.String(),
  subject: Type.String({ description: 'Of an e-mail; of a text what it says' }),
  event: Type.String(),
  status: DeliveryStatus,
  attempts: Type.Integer(),
  simulated: Type.Boolean({ description: 'Nobody gets it: no provider is set for its channel' }),
  created_at: Instant,
  sent_at: Nullable(Instant),
});
export type MailboxMessage = Static<typeof MailboxMessage>;
