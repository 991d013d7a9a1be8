import type { Migration } from '../migrate.ts';

/** First entry of a backup: what made it, and what it needs. */
export type Manifest = {
  format: 'callboard-backup 1';
  made_at: string;
  migrations: Migration[];
  /** Where the journal stood: entries from this transaction id on are not all in it. */
  journal: { lost_from: string };
  /** `folder`: the secret is among the files; `setting`: it is in CALLBOARD_SECRET, and not in here. */
  secret: 'folder' | 'setting';
};

/** Last entry: without it a backup is not whole. Rows by table. */
export type Ending = { tables: Record<string, number> };

/** Names of the entries, in their order. */
export const manifestEntry = 'manifest.json';
export const folderPrefix = 'folder/';
export const tablePrefix = 'tables/';
export const endingEntry = 'end.json';
