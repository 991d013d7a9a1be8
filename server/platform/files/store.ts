import type { Readable } from 'node:stream';

/** Where a file lies: of whose organisation, and under which id. Names that people gave are no part of it. */
export type FileKey = { organisationId: string; id: string };

/** Where the bytes of files are kept. */
export type FileStore = {
  readonly kind: 'folder' | 's3';
  /** Where that is, for people. */
  readonly place: string;
  /** Takes a file from a path on this machine; when it resolves, it is kept. The path may be gone then. */
  put(key: FileKey, path: string): Promise<void>;
  /** The bytes from one place up to another. Throws `MissingFile` when it is not there. */
  read(key: FileKey, from: number, to: number): Promise<Readable>;
  /** Its size; null when it is not there. */
  size(key: FileKey): Promise<number | null>;
  /** Removes it, if it is there. */
  remove(key: FileKey): Promise<void>;
  /** All that is there, of all organisations. */
  list(): AsyncIterable<FileKey>;
  /** Throws when it can't be reached or written. */
  check(): Promise<void>;
  close(): void;
};

/** The store has not got it. */
export class MissingFile extends Error {}
