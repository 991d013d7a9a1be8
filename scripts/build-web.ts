import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { nodeScript, runProgram } from './run-program.ts';
import { root } from './source-files.ts';

const sources = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/vite.config.ts',
  'contract',
  'package-lock.json',
];
const dist = path.join(root, 'web', 'dist');
const stampFile = path.join(dist, '.sources');

/** Builds web/dist when what it is made of has changed. */
export async function buildWebIfChanged(): Promise<'built' | 'fresh'> {
  const stamp = await hashOfSources();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return 'fresh';
  const made = path.join(root, 'node_modules', '.cache', `callboard-web-${process.pid}`);
  try {
    // A process of its own gives the builder's memory back.
    const { code, output } = await runProgram(nodeScript(import.meta.filename, made));
    if (code !== 0) throw new Error(`The web app could not be built.\n${output}`);
    await writeFile(path.join(made, '.sources'), stamp);
    await rm(dist, { recursive: true, force: true });
    await rename(made, dist);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return 'built';
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesBelow(path.join(root, source))) {
      hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesBelow(start: string): Promise<string[]> {
  if (!existsSync(start)) return [];
  const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [start];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}

async function buildInto(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await mkdir(outDir, { recursive: true });
  await build({
    configFile: path.join(root, 'web', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
}

if (import.meta.main) await buildInto(process.argv[2]!);
