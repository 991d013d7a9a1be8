import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkDocs } from './check-docs.ts';
import { checkImports } from './check-imports.ts';
import { checkLicences } from './check-licences.ts';
import { checkLock } from './check-lock.ts';
import { checkNames } from './check-names.ts';
import { checkRoutes } from './check-routes.ts';
import { checkSizes } from './check-sizes.ts';
import { checkTexts } from './check-texts.ts';
import { nodeProgram, runProgram } from './run-program.ts';
import { type Findings, root } from './source-files.ts';

type Item = readonly [name: string, run: () => Findings | Promise<Findings>];

const items: readonly Item[] = [
  ['format, lint', () => program('@biomejs/biome/bin/biome', 'check', '--colors=off', '.')],
  ['types', () => types('.')],
  ['types of web', () => types('web')],
  ['dead code', () => program('knip/bin/knip.js', '--no-progress')],
  ['imports', checkImports],
  ['names', checkNames],
  ['sizes', checkSizes],
  ['texts', checkTexts],
  ['routes', checkRoutes],
  ['docs', checkDocs],
  ['licences', checkLicences],
  ['lock file', checkLock],
];

/** Everything that holds without running Callboard; one line for each item. */
export async function check(): Promise<boolean> {
  const passed = await Promise.all(items.map(runItem));
  return passed.every(Boolean);
}

async function runItem([name, run]: Item): Promise<boolean> {
  const began = performance.now();
  const { problems, warnings = [] } = await run();
  const time = `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const isFine = problems.length === 0;
  console.log(`${isFine ? 'ok  ' : 'FAIL'} ${name.padEnd(14)} ${time.padStart(7)}`);
  for (const warning of warnings) console.log(`     warning: ${warning}`);
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, '     '));
  return isFine;
}

async function program(file: string, ...args: string[]): Promise<Findings> {
  const { code, output } = await runProgram(nodeProgram(file, ...args));
  return { problems: code === 0 ? [] : [output.trim() || `${file} ended with ${code}`] };
}

async function types(project: string): Promise<Findings> {
  if (!existsSync(path.join(root, project, 'tsconfig.json'))) return { problems: [] };
  const memory = `node_modules/.cache/callboard-types/${path.basename(path.resolve(root, project))}`;
  const options = ['--incremental', '--tsBuildInfoFile', memory];
  return program('typescript/bin/tsc', '-p', project, ...options);
}

if (import.meta.main) process.exitCode = (await check()) ? 0 : 1;
