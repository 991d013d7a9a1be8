import type { DeliveryStatus } from '../../contract/inbox/delivery.ts';

// What providers call it. Twilio's queued, accepted, scheduled and sending say no more than that it took it.
const means: Record<string, DeliveryStatus> = {
  ...{ queued: 'sent', accepted: 'sent', scheduled: 'sent', sending: 'sent', sent: 'sent' },
  ...{ delivered: 'delivered', read: 'read', played: 'read' },
  ...{ failed: 'failed', undelivered: 'failed', canceled: 'failed' },
};

const ranks: Record<DeliveryStatus, number> = {
  ...{ queued: 0, sending: 1, sent: 2, delivered: 3, read: 4 },
  // An end: nothing that is told later moves a message on from it.
  ...{ failed: 9, bounced: 9 },
  // It may have gone out in the hands of a worker that died before it was withdrawn.
  withdrawn: 0,
};

/**
 * Where a message is when a provider tells `told`: callbacks come in any order, so it only moves forward.
 * Null when it stays where it is.
 */
export function forward(from: DeliveryStatus, told: string): DeliveryStatus | null {
  const to = means[told];
  return to && ranks[to] > ranks[from] ? to : null;
}
