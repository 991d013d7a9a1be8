import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import { type DutyRow, dutyFacts } from '../duty/module.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';

type UnlockEvent = Extract<EventName, `unlock.${string}`>;

/** Writes what happened to a request for an unlock: why it was asked for, and of what. */
export function recordRequest(
  tx: Tx,
  event: UnlockEvent,
  request: { id: string; reason: string },
  duties: readonly DutyRow[],
  facts: Record<string, unknown> = {},
): Promise<string> {
  const { id, reason } = request;
  return record(tx, event, id, { reason, duty_assignments: duties.map(dutyFacts), ...facts });
}

const sentences: Record<UnlockEvent, string> = {
  'unlock.requested': 'An unlock waits for a second admin',
  'unlock.approved': 'An unlock was approved',
  'unlock.rejected': 'An unlock was rejected',
  'unlock.cancelled': 'An unlock is not asked for any more',
};

/** Told to those who unlock. */
export const liveRequest: Live = {
  topics: () => ['organisation'],
  present: ({ event }, { by }) =>
    may(by, 'duty.unlock') ? { message: sentences[event as UnlockEvent] } : null,
};
