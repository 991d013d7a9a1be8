import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';

/**
 * `ready` to be read; `pending` until the virus scanner has looked; `quarantined` by it; `lost` or
 * `damaged` in the store; `removing`: dropped, gone within the hour.
 */
export const FileState = Type.Enum([
  ...(['ready', 'pending', 'quarantined', 'lost', 'damaged', 'removing'] as const),
]);
export type FileState = Static<typeof FileState>;

/** A stored file, with addresses that work without a log-in until they expire. */
export const StoredFile = Type.Object({
  id: Id,
  file_name: Type.String({ description: 'As it was called, made safe' }),
  kind: Type.Enum(['audio', 'image', 'document'] as const),
  media_type: Type.String(),
  bytes: Type.Integer(),
  state: FileState,
  created_at: Instant,
  url: Nullable(Type.String({ description: 'To play or show it in a page; null unless ready' })),
  download_url: Nullable(Type.String({ description: 'To save it; null unless ready' })),
  url_expires_at: Nullable(Instant),
});
export type StoredFile = Static<typeof StoredFile>;
