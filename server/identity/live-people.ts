import type { EventName } from '../../contract/events.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Live, Topics } from '../platform/hub.ts';

const newcomer: Live = {
  topics: () => ['organisation'],
  present: ({ subjectId, data }, { by }) =>
    may(by, 'person.read')
      ? {
          message: `${data.full_name} joined.`,
          person: { id: subjectId, full_name: data.full_name, role: data.role },
        }
      : null,
};

/** Newcomers are told to those who may read the directory. */
export const live: Partial<Record<EventName, Live>> = {
  'person.added': newcomer,
  'person.registered': newcomer,
};

/** `organisation`: whatever concerns the whole organisation; everyone in it may listen. */
export const topics: Topics = { organisation: async () => true };
