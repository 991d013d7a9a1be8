import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import type { ResourceRow } from './resource-store.ts';

type ResourceEvent = Extract<EventName, `resource.${string}`>;

/** Writes a resource's event: the resource as it is now, and which fields are different. */
export function recordResource(
  tx: Tx,
  event: ResourceEvent,
  row: ResourceRow,
  facts: Record<string, unknown> = {},
): Promise<string> {
  const { id, name, colour, capacity } = row;
  return record(tx, event, id, { resource: { id, name, colour, capacity }, ...facts });
}

const sentences: Record<ResourceEvent, string> = {
  'resource.created': 'Something more can be booked',
  'resource.updated': 'A resource changed',
  'resource.deleted': 'A resource can’t be booked any more',
};

/** What can be booked is everybody's to know; what changed of it is in the journal. */
export const liveResource: Live = {
  topics: ({ subjectId }) => ['organisation', `resource:${subjectId}`],
  present: ({ event, data }) => ({
    message: sentences[event as ResourceEvent],
    resource: data.resource,
  }),
};

/** How reservations are taken, or when prime time is, concerns every calendar. */
export const liveSettings: Live = {
  topics: () => ['organisation'],
  present: () => ({ message: 'How reservations are taken changed' }),
};
