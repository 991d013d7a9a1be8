import { sql } from 'kysely';
import type { FileState } from '../../contract/files/stored-file.ts';
import type { Received } from '../platform/files/uploads.ts';
import type { Tx } from '../platform/scope.ts';
import type { FileRow, FileSubject } from './file-row.ts';

/** Writes the row of a file that lies in the store. */
export async function insertFile(
  tx: Tx,
  received: Received,
  subject: FileSubject,
  personId: string | null,
): Promise<FileRow> {
  const { id, kind, fileName, mediaType, bytes, sha256, blocks, verdict } = received;
  const row = {
    ...{ id, subject_kind: subject.kind, subject_id: subject.id, person_id: personId, kind },
    ...{ file_name: fileName, media_type: mediaType, bytes, state: verdict.state },
    created_at: tx.now.toString(),
  };
  const threat = verdict.state === 'quarantined' ? verdict.threat : null;
  await tx.db
    .insertInto('file')
    .values({
      ...{ organisation_id: tx.tenant.id, ...row, sha256, blocks, threat },
      state_at: tx.now.toString(),
    })
    .execute();
  return row;
}

/** Sets the state of a file. */
export async function setFileState(
  tx: Tx,
  id: string,
  state: FileState,
  threat: string | null = null,
): Promise<void> {
  await tx.db
    .updateTable('file')
    .set({ state, threat, state_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .execute();
}

export async function deleteFileRow(tx: Tx, id: string): Promise<void> {
  await tx.db
    .deleteFrom('file')
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .where('state', '=', 'removing')
    .execute();
}

/**
 * Counts bytes for their organisation, then for their person, always in this order: those who save at
 * once wait for each other and none is overlooked. Returns what each has now.
 */
export async function countBytes(
  tx: Tx,
  personId: string | null,
  bytes: number,
): Promise<{ organisation: number; person: number }> {
  const organisation = await countFor(tx, tx.tenant.id, bytes);
  const person = personId === null ? 0 : await countFor(tx, personId, bytes);
  return { organisation, person };
}

async function countFor(tx: Tx, ownerId: string, bytes: number): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    INSERT INTO file_usage (organisation_id, owner_id, bytes)
    VALUES (${tx.tenant.id}, ${ownerId}, ${Math.max(0, bytes)})
    ON CONFLICT (organisation_id, owner_id)
      DO UPDATE SET bytes = greatest(0, file_usage.bytes + ${bytes})
    RETURNING bytes`.execute(tx.db);
  return Number(rows[0]?.bytes ?? 0);
}
