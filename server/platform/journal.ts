import { type EventName, events, type SubjectKind } from '../../contract/events.ts';
import { newId } from './id.ts';
import { insertAll } from './insert-all.ts';
import type { Tx } from './scope.ts';

/**
 * Writes what happened into the journal, in the transaction of the change; the audit log, live
 * updates and messages are readings of it. Returns the entry's id; who needs it earlier gives one.
 */
export async function record<E extends EventName>(
  tx: Tx,
  event: E,
  subjectId: string,
  data: Record<string, unknown>,
  id = newId(),
): Promise<string> {
  const entry = entryOf(tx, event, subjectId, data, id);
  await tx.db
    .insertInto('journal')
    .values({ ...entry, data: JSON.stringify(entry.data) })
    .execute();
  tx.recorded.push({ event, organisationId: tx.tenant.id, subjectId, data });
  return id;
}

/** Writes one event about many things, in one statement; the ids of the entries in their order. */
export async function recordAll<E extends EventName>(
  tx: Tx,
  event: E,
  entries: readonly { subjectId: string; data: Record<string, unknown> }[],
): Promise<string[]> {
  const rows = entries.map(({ subjectId, data }) => entryOf(tx, event, subjectId, data, newId()));
  await insertAll(tx, 'journal', rows);
  for (const { subjectId, data } of entries) {
    tx.recorded.push({ event, organisationId: tx.tenant.id, subjectId, data });
  }
  return rows.map(({ id }) => id);
}

function entryOf(
  { by, tenant, now, causeId, requestId }: Tx,
  event: EventName,
  subjectId: string,
  data: Record<string, unknown>,
  id: string,
) {
  const subjectKind: SubjectKind = events[event][0];
  return {
    organisation_id: tenant.id,
    id,
    at: now.toString(),
    event,
    actor_id: by?.personId ?? null,
    subject_kind: subjectKind,
    subject_id: subjectId,
    data: by?.apiKey ? { ...data, api_key: by.apiKey } : data,
    cause_id: causeId,
    request_id: requestId,
  };
}
