import type { Module } from '../platform/module.ts';
import { anchoring } from './anchor-journal.ts';
import { listJournal } from './list-journal.ts';
import { sealing } from './seal-journal.ts';

export { anchorJournal, newestAnchor } from './anchor-journal.ts';
export { sealJournal } from './seal-journal.ts';
export { verifyJournal } from './verify-journal.ts';

/** Who did what when, append-only, chained and anchored. */
export const journal: Module = {
  name: 'journal',
  endpoints: [listJournal],
  queues: (app) => [sealing(app), anchoring(app)],
};
