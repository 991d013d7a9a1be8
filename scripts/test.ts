import { buildWebIfChanged } from './build-web.ts';
import { check } from './check.ts';
import { runTests, type Tally } from './run-tests.ts';

const steps: readonly (readonly [string, () => Promise<Tally>])[] = [
  ['check', async () => done((await check()) ? [] : ['check'])],
  ['unit, API and race tests', () => runTests('unit')],
  ['build of the web app', buildWeb],
  ['browser journeys', () => runTests('e2e')],
];

const times: string[] = [];
const total = done([]);
for (const [name, run] of steps) {
  console.log(`\n${name}`);
  const began = performance.now();
  const { passed, failed, unsteady } = await run();
  total.passed += passed;
  total.failed.push(...failed);
  total.unsteady.push(...unsteady);
  times.push(`${name} ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
console.log(`\n${times.join(', ')}`);
for (const test of total.unsteady) console.log(`passed only at the second try: ${test}`);
for (const test of total.failed) console.log(`failed: ${test}`);
console.log(`${total.passed} passed, ${total.failed.length} failed`);
process.exitCode = total.failed.length > 0 ? 1 : 0;

async function buildWeb(): Promise<Tally> {
  try {
    console.log(await buildWebIfChanged());
    return done([]);
  } catch (error) {
    return done([`build of the web app: ${(error as Error).message}`]);
  }
}

function done(failed: string[]): Tally {
  return { passed: 0, failed, unsteady: [] };
}
