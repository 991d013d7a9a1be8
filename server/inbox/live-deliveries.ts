import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';

/** Who looks after deliveries hears at once of one that failed or is sent again. */
const toldTo = (message: string): Live => ({
  topics: () => ['organisation'],
  present: ({ subjectId, data }, { by }) =>
    may(by, 'delivery.read') ? { message, id: subjectId, channel: data.channel } : null,
});

/** What of deliveries goes to sockets. */
export const live: Partial<Record<EventName, Live>> = {
  'message.failed': toldTo('A message did not get through.'),
  'message.sent_again': toldTo('A message is sent again.'),
};
