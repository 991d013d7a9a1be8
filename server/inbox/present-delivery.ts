import type { Delivery } from '../../contract/inbox/delivery.ts';
import type { App } from '../platform/app.ts';
import type { Templates } from '../platform/letter.ts';
import { whyNotSendAgain } from './delivery.ts';
import { organisationOf, type selectMessages } from './message-store.ts';
import { writeLetter } from './write-letter.ts';

type Selected = Awaited<ReturnType<ReturnType<typeof selectMessages>['execute']>>[number];

/** A message as who looks after its getting there sees it. */
export function presentDelivery(app: App, templates: Templates, row: Selected): Delivery {
  const isOpen = row.status === 'queued' || row.status === 'sending';
  const { failure_code: code, failure: detail } = row;
  return {
    id: row.id,
    channel: row.channel,
    to: row.address,
    person: { id: row.person_id, name: row.full_name },
    subject: writeLetter(app, templates, row, organisationOf(row), 'hidden').subject,
    event: row.event,
    status: row.status,
    attempts: row.attempts,
    failure: code === null || detail === null ? null : { code, detail },
    simulated: app.channels[row.channel].simulated,
    created_at: row.created_at,
    due_at: isOpen ? row.due_at : null,
    sent_at: row.sent_at,
    can: { send_again: whyNotSendAgain(row, app.clock.now()) === null },
  };
}
