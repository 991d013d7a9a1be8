import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeProgram, runProgram } from './run-program.ts';
import { root } from './source-files.ts';

/** How a run ended; `failed` and `unsteady` name each test with why it failed. */
export type Tally = { passed: number; failed: string[]; unsteady: string[] };

// More than these are no accident of a busy machine.
const filesTriedAgainMax = 5;

/**
 * Runs a project's tests. Files that failed are run once more, alone: what then passes counts, and is
 * told as unsteady, since a test that passes only on a quiet machine is a fault all the same.
 */
export async function runTests(project: string): Promise<Tally> {
  const first = await vitest(project, []);
  const files = [...new Set(first.failures.map(({ file }) => file))];
  if (files.length === 0 || files.length > filesTriedAgainMax || first.failedOutsideTests) {
    return { passed: first.passed, failed: first.failures.map(told), unsteady: [] };
  }
  const passed = first.passed;
  console.log(`\nonce more, alone: ${files.join(', ')}`);
  const second = await vitest(project, files);
  const failedTwice = new Set(second.failures.map(nameOf));
  const mended = first.failures.filter((failure) => !failedTwice.has(nameOf(failure)));
  const failed = second.failures.map(told);
  return { passed: passed + mended.length, failed, unsteady: mended.map(told) };
}

type Failure = { file: string; test: string; why: string };
type Run = { passed: number; failures: Failure[]; failedOutsideTests: boolean };

async function vitest(project: string, files: string[]): Promise<Run> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'callboard-result-'));
  const file = path.join(folder, 'result.json');
  const options = ['--project', project, '--passWithNoTests', `--outputFile.json=${file}`];
  const reporters = ['--reporter=default', '--reporter=json'];
  const command = nodeProgram('vitest/vitest.mjs', 'run', ...files, ...options, ...reporters);
  const { code } = await runProgram(command, 'shown');
  try {
    const result = JSON.parse(await readFile(file, 'utf8')) as Result;
    const failures = result.testResults.flatMap(failuresIn);
    if (code === 0 || failures.length > 0) {
      return { passed: result.numPassedTests, failures, failedOutsideTests: false };
    }
    return { ...outside('an error outside every test'), passed: result.numPassedTests };
  } catch {
    return outside('the run did not end');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Result = { numPassedTests: number; testResults: FileResult[] };
type FileResult = {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[];
};

function failuresIn({ name, status, message, assertionResults }: FileResult): Failure[] {
  const file = path.relative(root, name);
  const failures = assertionResults
    .filter((one) => one.status === 'failed')
    .map((one) => ({ file, test: one.fullName, why: one.failureMessages?.[0] ?? '' }));
  // A file that could not be loaded has no tests that failed.
  if (failures.length > 0 || status !== 'failed') return failures;
  return [{ file, test: 'the file itself', why: message }];
}

function outside(why: string): Run {
  return { passed: 0, failures: [{ file: '', test: '', why }], failedOutsideTests: true };
}

const nameOf = ({ file, test }: Failure) => `${file} > ${test}`;
const told = (failure: Failure) => `${nameOf(failure)}: ${failure.why.split('\n')[0]}`;
