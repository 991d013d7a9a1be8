import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { ById, Instant, Nullable } from '../platform/values.ts';
import { MailboxMessage } from './mailbox.ts';

export const readMailbox = route({
  name: 'readMailbox',
  module: 'inbox',
  method: 'GET',
  path: '/mailbox/:id',
  summary: 'One message with its HTML and text and the log of its attempts',
  access: 'anyone',
  params: ById,
  status: 200,
  answer: Type.Object({
    ...MailboxMessage.properties,
    html: Type.String({ description: 'Empty for a text' }),
    text: Type.String(),
    segments: Nullable(
      Type.Object(
        {
          count: Type.Integer(),
          characters: Type.Integer(),
          encoding: Type.Enum(['GSM-7', 'UCS-2']),
        },
        { description: 'How carriers count an SMS' },
      ),
    ),
    calendar: Nullable(
      Type.Object(
        { method: Type.Enum(['REQUEST', 'CANCEL']), text: Type.String() },
        {
          description: 'The iCalendar file that goes with it, as an alternative and as invite.ics',
        },
      ),
    ),
    attempt_log: Type.Array(
      Type.Object({
        number: Type.Integer(),
        started_at: Instant,
        ended_at: Nullable(Instant),
        outcome: Nullable(Type.Enum(['sent', 'failed', 'unknown'])),
        detail: Nullable(Type.String()),
      }),
    ),
  }),
  refusals: {},
});
