import { sql } from 'kysely';
import { type App, read } from '../platform/app.ts';
import type { Subscriber } from '../platform/hub.ts';
import type { JournalEntry } from '../platform/journal-reader.ts';
import type { Read } from '../platform/scope.ts';

/** The topic on which everyone hears how many notifications they have not read. */
export const notificationsTopic = 'notifications';

/**
 * Tells sockets that listen how many notifications their person has not read, after each commit that
 * may have changed it: one look for a batch of entries, none where nobody listens. Counts of one node
 * go out one after the other, so an older one never follows a newer.
 */
export function liveCount(app: App): (entries: JournalEntry[]) => void {
  let before = Promise.resolve();
  return (entries) => {
    for (const [organisation, some] of Map.groupBy(entries, (entry) => entry.organisationId)) {
      const listeners = app.hub.listeners(organisation, notificationsTopic);
      if (listeners.length === 0) continue;
      before = before
        .then(() => tell(app, listeners, some))
        .catch((error) => app.log.warn({ err: error }, 'unread counts were not told'));
    }
  };
}

async function tell(
  app: App,
  listeners: Subscriber[],
  entries: readonly JournalEntry[],
): Promise<void> {
  const [first] = listeners;
  const cursor = entries.at(-1)?.cursor;
  if (!first || !cursor) return;
  const people = [...new Set(listeners.map(({ viewer }) => viewer.by.personId))];
  const counts = await read(app, first.viewer.tenant, (view) => countsOf(view, people, entries));
  for (const { viewer, deliver } of listeners) {
    const unread_count = counts.get(viewer.by.personId);
    if (unread_count === undefined) continue;
    deliver({
      type: 'notifications',
      topic: notificationsTopic,
      cursor,
      message: '',
      unread_count,
    });
  }
}

/** Of `people` those whom the entries concern, with how many they have not read. */
async function countsOf(
  view: Read,
  people: readonly string[],
  entries: readonly JournalEntry[],
): Promise<Map<string, number>> {
  const isOwn = ({ event }: JournalEntry) =>
    event === 'notification.read' || event === 'notification.cleared';
  const owners = entries.filter(isOwn).map((entry) => entry.subjectId);
  const ids = entries.map((entry) => entry.id);
  const { rows } = await sql<{ person_id: string; unread_count: number }>`
    WITH concerned AS (
      SELECT person_id FROM notification
      WHERE organisation_id = ${view.tenant.id} AND id = any(${ids}::uuid[])
      UNION SELECT unnest(${owners}::uuid[])
    )
    SELECT person_id, (
      SELECT count(*)::integer FROM notification n WHERE n.organisation_id = ${view.tenant.id}
        AND n.person_id = concerned.person_id AND n.read_at IS NULL AND n.cleared_at IS NULL
    ) AS unread_count
    FROM concerned WHERE person_id = any(${people}::uuid[])`.execute(view.db);
  return new Map(rows.map((row) => [row.person_id, row.unread_count]));
}
