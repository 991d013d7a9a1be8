import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Live } from '../platform/hub.ts';

const changed: Live = {
  topics: () => ['organisation'],
  present: () => ({ message: 'The settings of the organisation changed.' }),
};

const roles: Live = {
  topics: () => ['organisation'],
  present: (_entry, { by }) => (may(by, 'role.read') ? { message: 'The roles changed.' } : null),
};

const left: Live = {
  topics: () => ['organisation'],
  present: ({ data }, { by }) =>
    may(by, 'person.read') ? { message: `${data.full_name} left.` } : null,
};

/** Settings concern everyone; roles and leaving those who may read them. */
export const live: Partial<Record<EventName, Live>> = {
  'organisation.updated': changed,
  'role.created': roles,
  'role.updated': roles,
  'role.deleted': roles,
  'person.left': left,
};
