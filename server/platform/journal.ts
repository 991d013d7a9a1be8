import { type EventName, events, type SubjectKind } from '../../contract/events.ts';
import { newId } from './id.ts';
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
  const { by } = tx;
  const subjectKind: SubjectKind = events[event][0];
  await tx.db
    .insertInto('journal')
    .values({
      organisation_id: tx.tenant.id,
      id,
      at: tx.now.toString(),
      event,
      actor_id: by?.personId ?? null,
      subject_kind: subjectKind,
      subject_id: subjectId,
      data: JSON.stringify(by?.apiKey ? { ...data, api_key: by.apiKey } : data),
      cause_id: tx.causeId,
      request_id: tx.requestId,
    })
    .execute();
  tx.recorded.push({ event, organisationId: tx.tenant.id, subjectId, data });
  return id;
}
