import type { FileState } from '../../contract/files/stored-file.ts';
import type { FileKind } from '../../contract/platform/route.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** A file's row, without the hashes that only who reads its bytes needs. */
export type FileRow = {
  id: string;
  subject_kind: string;
  subject_id: string;
  person_id: string | null;
  kind: FileKind;
  file_name: string;
  media_type: string;
  bytes: number;
  state: FileState;
  created_at: string;
};

/** What a file belongs to: a kind of thing and its id. */
export type FileSubject = { kind: string; id: string };

const columns = [
  ...(['id', 'subject_kind', 'subject_id', 'person_id', 'kind', 'file_name'] as const),
  ...(['media_type', 'bytes', 'state', 'created_at'] as const),
] as const;

/** Files that are not dropped. */
export function selectFiles(read: Read) {
  return read.db
    .selectFrom('file')
    .select(columns)
    .where('organisation_id', '=', read.tenant.id)
    .where('state', '<>', 'removing');
}

export function getFile(read: Read, id: string): Promise<FileRow | undefined> {
  return selectFiles(read).where('id', '=', id).executeTakeFirst();
}

/** The files of several things of one kind, oldest first. */
export function findFiles(
  read: Read,
  kind: string,
  subjectIds: readonly string[],
): Promise<FileRow[]> {
  if (subjectIds.length === 0) return Promise.resolve([]);
  return selectFiles(read)
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('id')
    .execute();
}

/** What is needed to read a file's bytes. */
export type FileBytes = FileRow & { sha256: Buffer; blocks: Buffer };

export function getFileBytes(read: Read, id: string): Promise<FileBytes | undefined> {
  return selectFiles(read).select(['sha256', 'blocks']).where('id', '=', id).executeTakeFirst();
}

/** A file locked for a change of its state. */
export function lockFile(tx: Tx, id: string): Promise<FileBytes | undefined> {
  return tx.db
    .selectFrom('file')
    .select([...columns, 'sha256', 'blocks'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}
