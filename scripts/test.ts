import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildWebIfChanged } from './build-web.ts';
import { check } from './check.ts';
import { nodeProgram, runProgram } from './run-program.ts';

type Tally = { passed: number; failed: number };

const steps: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['check', async () => ({ passed: 0, failed: (await check()) ? 0 : 1 })],
  ['unit, API and race tests', () => vitest('unit')],
  ['build of the web app', buildWeb],
  ['browser journeys', () => vitest('e2e')],
];

const times: string[] = [];
const total: Tally = { passed: 0, failed: 0 };
for (const [name, run] of steps) {
  console.log(`\n${name}`);
  const began = performance.now();
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
  times.push(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
console.log(`\n${times.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function buildWeb(): Promise<Tally> {
  try {
    console.log(await buildWebIfChanged());
    return { passed: 0, failed: 0 };
  } catch (error) {
    console.error((error as Error).message);
    return { passed: 0, failed: 1 };
  }
}

async function vitest(project: string): Promise<Tally> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'callboard-result-'));
  const file = path.join(folder, 'result.json');
  const options = ['--project', project, '--passWithNoTests', `--outputFile.json=${file}`];
  const reporters = ['--reporter=default', '--reporter=json'];
  const command = nodeProgram('vitest/vitest.mjs', 'run', ...options, ...reporters);
  const { code } = await runProgram(command, 'shown');
  try {
    const result = JSON.parse(await readFile(file, 'utf8'));
    const failed: number = result.numFailedTests;
    // A file that could not be loaded, or an error outside every test, fails the run by its code.
    return { passed: result.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
