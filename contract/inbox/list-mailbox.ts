import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line, page } from '../platform/values.ts';
import { MailboxMessage } from './mailbox.ts';

export const listMailbox = route({
  name: 'listMailbox',
  module: 'inbox',
  method: 'GET',
  path: '/mailbox',
  summary:
    "Messages, newest first: one's organisation's (admin); on one local machine also without a log-in",
  access: 'anyone',
  query: Body({ to: Type.Optional(Line(254)), ...page }),
  status: 200,
  answer: Type.Array(MailboxMessage),
  refusals: {},
});
