import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';

const changed: Live = {
  topics: () => ['organisation'],
  present: () => ({ message: 'What an admin has to approve changed.' }),
};

/** Rules concern everyone who asks; what they say is the admins' to read. */
export const liveRules: Partial<Record<EventName, Live>> = {
  'approval_rule.created': changed,
  'approval_rule.updated': changed,
  'approval_rule.deleted': changed,
};
