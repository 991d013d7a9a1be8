import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '../demo/module.ts';
import { type Client, clientOf } from '../testing/client.ts';
import { formOf } from '../testing/form.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { type Running, runProgram } from '../testing/run-program.ts';
import { jpegPhoto } from './testing/photos.ts';

const megabyte = 1_048_576;
let world: World;
let folder: string;
let running: Running;
let cleo: Client;

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(path.join(tmpdir(), 'callboard-at-once-'));
  const port = await freePort();
  running = await runProgram({
    ...{ PORT: String(port), CALLBOARD_DATA: folder, CALLBOARD_ROLE: 'web' },
    DATABASE_URL: world.databaseUrl,
  });
  const origin = `http://127.0.0.1:${port}`;
  const anyone = clientOf(origin, async () => null);
  const login = { email: 'cleo@harbour.example', password: demoPassword };
  const { body } = await anyone.post('/api/auth/login', login);
  cleo = clientOf(origin, async () => body.tokens.access as string);
}, 120_000);
afterAll(async () => {
  await running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** From now on the most memory is counted anew: starting takes more than running (proc(5), clear_refs). */
const forgetPeak = () => writeFile(`/proc/${running.pid}/clear_refs`, '5');

/** The most memory that the program has had since then, in MB (Linux counts it). */
async function peak(): Promise<number> {
  const status = await readFile(`/proc/${running.pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024;
}

test.runIf(process.platform === 'linux')(
  'S-093: twenty uploads of 10 MB at once: all are taken, and memory stays below 200 MB',
  async () => {
    const photo = jpegPhoto({ padding: 10 * megabyte - 400 });
    const put = (bytes: Buffer) =>
      cleo.send('PUT', '/api/users/me/photo', { body: formOf({ photo: [bytes, 'me.jpg'] }) });
    await forgetPeak();
    const before = await peak();
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(photo)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const after = await peak();
    process.stdout.write(
      `S-093: at most ${after.toFixed(0)} MB, ${(after - before).toFixed(0)} more than before`,
    );
    expect(after).toBeLessThan(200);
  },
  120_000,
);

test.runIf(process.platform === 'linux')(
  'S-081: twenty that are too large at once cost no memory either',
  async () => {
    const before = await peak();
    const large = jpegPhoto({ padding: 11 * megabyte });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        cleo.send('PUT', '/api/users/me/photo', { body: formOf({ photo: [large, 'me.jpg'] }) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(413));
    expect((await peak()) - before).toBeLessThan(20);
  },
  120_000,
);
