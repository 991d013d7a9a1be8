import './tables.ts';
import type { Module } from '../platform/module.ts';
import { downloadFile } from './download-file.ts';
import { type Reach, readFile } from './read-file.ts';
import { reconciliation } from './reconcile-files.ts';
import { fileSweep } from './sweep-files.ts';

export { dropFile } from './drop-file.ts';
export { type FileRow, findFiles } from './file-row.ts';
export { presentFile } from './present-file.ts';
export type { Reach } from './read-file.ts';
export { reconcileFiles } from './reconcile-files.ts';
export { saveFile } from './save-file.ts';

/**
 * Files that people send, kept for all modules: `saveFile` in the transaction of what they belong to,
 * `presentFile` for whoever sees that. `reach` says for each kind of thing who does.
 */
export function filesModule(reach: Readonly<Record<string, Reach>>): Module {
  return {
    name: 'files',
    endpoints: [readFile(reach), downloadFile],
    queues: (app) => [fileSweep(app), reconciliation(app)],
  };
}
