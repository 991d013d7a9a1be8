import type { EventName } from '../../contract/events.ts';
import type { JournalEntry } from './journal-reader.ts';
import type { Actor } from './scope.ts';

type Who = Pick<Actor, 'personId' | 'sessionId' | 'role' | 'apiKey'>;

const ends: Partial<Record<EventName, (entry: JournalEntry, who: Who) => boolean>> = {
  'session.ended': (entry, who) => entry.data.session === who.sessionId,
  'session.reused': (entry, who) => entry.data.session === who.sessionId,
  'api_key.revoked': (entry, who) => entry.data.key === who.apiKey?.id,
  'password.changed': (entry, who) => entry.subjectId === who.personId && !entry.data.kept,
  'person.deactivated': (entry, who) => entry.subjectId === who.personId,
  'person.left': (entry, who) => entry.subjectId === who.personId,
  'person.updated': (entry, who) =>
    entry.subjectId === who.personId && 'role' in Object(entry.data.changes),
  'role.updated': (entry, who) => entry.subjectId === who.role,
};

/** Whether an entry ends someone's sockets; what their role may do counts when they come back. */
export function endsSocketOf(entry: JournalEntry, who: Who): boolean {
  return ends[entry.event]?.(entry, who) ?? false;
}
