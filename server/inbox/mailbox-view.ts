import { may } from '../../contract/identity/permissions.ts';
import type { MailboxMessage } from '../../contract/inbox/mailbox.ts';
import type { Route } from '../../contract/platform/route.ts';
import type { PublicCall } from '../platform/action.ts';
import { type App, read } from '../platform/app.ts';
import type { Templates } from '../platform/letter.ts';
import { forbidden, unauthenticated } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { organisationOf, type selectMessages } from './message-store.ts';
import { writeLetter } from './write-letter.ts';

type Selected = Awaited<ReturnType<ReturnType<typeof selectMessages>['execute']>>[number];

/**
 * Runs a look into the mailbox. An admin sees the organisation's messages. Without a log-in it is
 * open only on one local machine without SMTP, where the newcomer has to find the reset link.
 */
export async function lookIntoMailbox<T>(
  { app, caller }: Pick<PublicCall<Route>, 'app' | 'caller'>,
  look: (read: Pick<Read, 'db'>, tenantId: string | null) => Promise<T>,
): Promise<T> {
  if (caller) {
    if (!may(caller.by, 'mailbox.read')) throw forbidden();
    return read(app, caller.tenant, (scope) => look(scope, scope.tenant.id));
  }
  if (!isOpen(app)) throw unauthenticated();
  return unsafeAcrossTenants(app.systemPool, (db) => look({ db }, null));
}

/** Whether the mailbox can be read without a log-in. */
export function isOpen(app: App): boolean {
  return app.config.local && app.mail.kind === 'mailbox';
}

/** A message as the mailbox lists it. */
export function presentMessage(app: App, templates: Templates, row: Selected): MailboxMessage {
  const { subject, short } = writeLetter(app, templates, row, organisationOf(row), 'hidden');
  return {
    id: row.id,
    channel: row.channel,
    to: row.address,
    to_name: row.full_name,
    subject: row.channel === 'email' ? subject : short,
    event: row.event,
    status: row.status,
    attempts: row.attempts,
    simulated: app.channels[row.channel].simulated,
    created_at: row.created_at,
    sent_at: row.sent_at,
  };
}
