import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The checkout. */
export const root = path.resolve(import.meta.dirname, '..');

const folders = 'contract,server,web,scripts,e2e,bench,migrations,docs';
const notOurs = /(^|\/)(node_modules|dist|data|coverage)(\/|$)/;

/** Repository paths of our own files whose names match the glob, sorted, with `/`. */
export function filesMatching(glob: string): string[] {
  const options = { cwd: root, exclude: (name: string) => notOurs.test(name) };
  const found = [...globSync(`{${folders}}/**/${glob}`, options), ...globSync(glob, options)];
  return found.map((file) => file.split(path.sep).join('/')).toSorted();
}

/** All TypeScript that we write. */
export function sourceFiles(): string[] {
  return filesMatching('*.{ts,tsx}');
}

export function readSource(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** What one check found: problems fail it, warnings are only told. */
export type Findings = { readonly problems: string[]; readonly warnings?: string[] };
