import './channel-tables.ts';
import './tables.ts';
import type { Templates } from '../platform/letter.ts';
import type { Module } from '../platform/module.ts';
import { deliveries } from './deliver-message.ts';
import type { Follow } from './follow.ts';
import { listDeliveries } from './list-deliveries.ts';
import { listMailbox } from './list-mailbox.ts';
import { live } from './live-deliveries.ts';
import { callbacks } from './process-callbacks.ts';
import { prunings } from './prunings.ts';
import { readDelivery } from './read-delivery.ts';
import { readMailbox } from './read-mailbox.ts';
import { sendAgain } from './send-again.ts';
import { takeTwilioStatus } from './take-twilio-status.ts';
import { takeTwilioText } from './take-twilio-text.ts';
import { takeWhatsapp } from './take-whatsapp.ts';
import { unreachableLetter, unreachableSample } from './unreachable-letter.ts';
import { verifyWhatsapp } from './verify-whatsapp.ts';

export type { Follow } from './follow.ts';
export { queueMessage, type Recipient } from './queue-message.ts';
export { queueText } from './queue-text.ts';
export { testLetter, unsafeSendTestLetter } from './send-test-letter.ts';
export { unreachableLetter, unreachableSample } from './unreachable-letter.ts';
export { withdrawMessages, withdrawQueued } from './withdraw-messages.ts';

/**
 * What reaches people: the outbox and its mailbox page. It writes letters by all modules' templates, and
 * `follow` hears what becomes of messages that stand with something.
 */
export function inboxModule(templates: Templates, follow: Follow): Module {
  return {
    name: 'inbox',
    prunings,
    live,
    templates: unreachableLetter,
    samples: unreachableSample,
    endpoints: [
      ...[listMailbox(templates), readMailbox(templates)],
      ...[listDeliveries(templates), readDelivery(templates), sendAgain(follow)],
      ...[takeTwilioStatus, takeTwilioText, takeWhatsapp, verifyWhatsapp],
    ],
    loops: (app) => [deliveries(app, templates, follow), callbacks(app, follow)],
  };
}
