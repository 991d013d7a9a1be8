import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(fileURLToPath(import.meta.url), '..', '..');

const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
const stampFile = path.join(modules, '.callboard-lock');
const staleLockMs = 15 * 60_000;

/** The Node that the program runs on, from the npm package `node`. */
export const nodeBinary = path.join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Whether node_modules holds what package-lock.json asks for, on this kind of machine. */
export function isInstalled() {
  if (!existsSync(nodeBinary)) return false;
  const stamp = wantedStamp();
  if (readText(stampFile) === stamp) return true;
  if (!installedByHand() || !nodeWorks()) return false;
  writeFileSync(stampFile, stamp);
  return true;
}

/** Installs with npm, one process at a time; ends the process with a readable reason if it cannot. */
export async function install() {
  // npm would delete what the link points to, and with it the modules of another checkout.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fail(
      `${modules} is a link to another folder, which npm would empty.`,
      'Remove the link and start again: Callboard then installs what it needs here.',
    );
  }
  const release = await lock();
  try {
    if (isInstalled()) return;
    const began = Date.now();
    process.stdout.write('Installing what Callboard needs (once, about a minute) … ');
    const { code, output } = await runNpmInstall();
    if (code !== 0) fail(`failed.\n${output}`, 'npm could not install what Callboard needs.');
    if (!nodeWorks()) {
      fail(
        `failed.\n${output}`,
        `The npm package "node" did not bring a Node that runs here (${nodeBinary}).`,
        'npm must be allowed to run its install script: see "allowScripts" in package.json,',
        'and "npm config get ignore-scripts", which should be false.',
      );
    }
    writeFileSync(stampFile, wantedStamp());
    console.log(`done in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    release();
  }
}

async function runNpmInstall() {
  const options = [
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--ignore-scripts=false',
    '--loglevel=error',
  ];
  if (!existsSync(lockFile)) return runNpm(['install', ...options]);
  const strict = await runNpm(['ci', ...options]);
  // The lock file lags behind package.json: what package.json says is exact too.
  if (!strict.output.includes('EUSAGE')) return strict;
  return runNpm(['install', '--no-save', ...options]);
}

function wantedStamp() {
  const hash = createHash('sha256').update(readText(lockFile)).digest('hex');
  return `${hash} ${process.platform} ${os.machine()}\n`;
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** True when someone ran npm themself: its own record of what is there holds all we want. */
function installedByHand() {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(record) || !existsSync(lockFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || entry.version === present[name]?.version,
  );
}

function nodeWorks() {
  const { stdout } = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' });
  const wanted = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies
    .node;
  return stdout?.trim() === `v${wanted}`;
}

/** npm by the same npm that started us, else by the one on the PATH. */
function runNpm(args) {
  const { npm_execpath: cli = '', npm_node_execpath: node = process.execPath } = process.env;
  const onWindows = process.platform === 'win32';
  const child = /npm-cli\.[cm]?js$/.test(cli)
    ? spawn(node, [cli, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: onWindows });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A folder as a lock, outside node_modules because `npm ci` deletes that. */
async function lock() {
  const user = process.getuid?.() ?? '';
  const name = createHash('sha256').update(`${root} ${user}`).digest('hex').slice(0, 16);
  const folder = path.join(os.tmpdir(), `callboard-install-${name}`);
  const owner = path.join(folder, 'pid');
  for (let waited = false; ; waited = true) {
    try {
      mkdirSync(folder);
      writeFileSync(owner, String(process.pid));
      const release = () => rmSync(folder, { recursive: true, force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isAbandoned(folder, owner)) rmSync(folder, { recursive: true, force: true });
    else if (!waited) console.log('Another start is installing; waiting for it …');
    await sleep(200);
  }
}

function isAbandoned(folder, owner) {
  try {
    const ageMs = Date.now() - statSync(folder).mtimeMs;
    const pid = Number(readText(owner));
    if (pid === 0) return ageMs > 10_000;
    process.kill(pid, 0);
    return ageMs > staleLockMs;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function fail(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
