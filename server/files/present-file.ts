import type { StoredFile } from '../../contract/files/stored-file.ts';
import { fileToken, linkUntil } from '../platform/files/file-link.ts';
import type { Read } from '../platform/scope.ts';
import type { FileRow } from './file-row.ts';

/** A file for someone who may see it, with addresses that open it for an hour at most. */
export function presentFile(
  scope: Pick<Read, 'tenant' | 'now' | 'secrets'>,
  row: FileRow,
): StoredFile {
  const { id, file_name, kind, media_type, bytes, state, created_at } = row;
  const untilSeconds = linkUntil(scope.now);
  const ready = state === 'ready';
  const address = (as: 'inline' | 'attachment') => {
    const link = { organisationId: scope.tenant.id, id, as, untilSeconds };
    return `/api/files/content/${fileToken(scope.secrets, link)}`;
  };
  return {
    ...{ id, file_name, kind, media_type, bytes, state, created_at },
    // A document is never shown in a page, only saved.
    url: ready ? address(kind === 'document' ? 'attachment' : 'inline') : null,
    download_url: ready ? address('attachment') : null,
    url_expires_at: ready
      ? Temporal.Instant.fromEpochMilliseconds(untilSeconds * 1_000).toString()
      : null,
  };
}
