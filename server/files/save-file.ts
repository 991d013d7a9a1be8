import { sizeText } from '../platform/files/refusals.ts';
import type { Received } from '../platform/files/uploads.ts';
import { record } from '../platform/journal.ts';
import { Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import type { FileRow, FileSubject } from './file-row.ts';
import { countBytes, insertFile } from './file-store.ts';

/**
 * Makes a received file stay, as a part of what it belongs to, in the transaction of the change. 413
 * `person_quota` or 507 `organisation_quota` when more would be stored than may be. What the virus
 * scanner found something in stays too, but nobody is given it.
 */
export async function saveFile(
  tx: Tx,
  received: Received,
  subject: FileSubject,
  personId: string | null = tx.by?.personId ?? null,
): Promise<FileRow> {
  const used = await countBytes(tx, personId, received.bytes);
  refuseOver(used, received.limits);
  const row = await insertFile(tx, received, subject, personId);
  if (received.verdict.state === 'quarantined') {
    const { threat } = received.verdict;
    const facts = { file_name: row.file_name, threat, subject_kind: subject.kind };
    await record(tx, 'file.quarantined', row.id, { ...facts, subject_id: subject.id });
  }
  tx.afterCommit.push(() => {
    received.kept = true;
  });
  return row;
}

function refuseOver(
  used: { organisation: number; person: number },
  { personBytesMax, organisationBytesMax }: Received['limits'],
): void {
  if (used.person > personBytesMax) {
    throw new Refusal(
      413,
      'person_quota',
      `You have as many files stored as one person may: ${sizeText(personBytesMax)}. Remove some first.`,
      { bytes_max: personBytesMax },
    );
  }
  if (used.organisation > organisationBytesMax) {
    throw new Refusal(
      507,
      'organisation_quota',
      `The organisation has as many files stored as it may: ${sizeText(organisationBytesMax)}. Tell an admin.`,
      { bytes_max: organisationBytesMax },
    );
  }
}
