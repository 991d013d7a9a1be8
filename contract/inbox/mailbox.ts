import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';

/** A message as the built-in mailbox shows it: what would have been sent, or was. */
export const MailboxMessage = Type.Object({
  id: Id,
  channel: Type.String({ description: 'email' }),
  to: Type.String(),
  to_name: Type.String(),
  subject: Type.String(),
  event: Type.String(),
  status: Type.String({ description: 'queued, sending, sent, failed' }),
  attempts: Type.Integer(),
  created_at: Instant,
  sent_at: Nullable(Instant),
});
export type MailboxMessage = Static<typeof MailboxMessage>;
