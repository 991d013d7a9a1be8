import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { commandLine } from './cli.ts';
import { clientOf } from './testing/client.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { openPostOffice, type PostOffice } from './testing/post-office.ts';
import { approve, asked, openPeriod } from './testing/rota-steps.ts';
import { runCommand } from './testing/run-program.ts';

let world: World;
let postOffice: PostOffice;
let folder: string;
const made: string[] = [];

beforeAll(async () => {
  world = await openWorld();
  postOffice = await openPostOffice();
  folder = await mkdtemp(join(tmpdir(), 'callboard-cli-'));
});
afterAll(async () => {
  await postOffice.close();
  await rm(folder, { recursive: true, force: true });
  await onServer(made.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
});

async function onServer(statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The environment of a program on an empty database. */
async function emptyPlace(): Promise<Record<string, string>> {
  const name = `callboard_test_cli_${made.length}_${process.pid}`;
  made.push(name);
  await onServer([`CREATE DATABASE ${name}`]);
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  return { DATABASE_URL: url.href, CALLBOARD_DATA: await mkdtemp(join(folder, 'data-')) };
}

/** The environment of a program on the world's database. */
const inWorld = (env: Record<string, string> = {}) => ({
  DATABASE_URL: world.databaseUrl,
  CALLBOARD_DATA: world.dataFolder,
  ...env,
});

async function logIn(email: string, password: string): Promise<number> {
  const anyone = clientOf(world.origin, async () => null);
  return (await anyone.post('/api/auth/login', { email, password })).status;
}

describe('every command', () => {
  test.each(commandLine().commands.map((command) => [command.name(), command] as const))(
    '%s says what it is for, and has help',
    (_name, command) => {
      expect(command.description()).not.toBe('');
      expect(command.helpInformation()).toContain(`callboard ${command.name()}`);
    },
  );

  test('the help lists them all; what is unknown exits with 2', async () => {
    const help = await runCommand('help', {});
    expect(help.code).toBe(0);
    for (const command of commandLine().commands) expect(help.output).toContain(command.name());
    const unknown = await runCommand('fly', {});
    expect(unknown).toMatchObject({ code: 2, output: expect.stringContaining('fly') });
    expect(await runCommand(['prune', '--all'], {})).toMatchObject({ code: 2 });
    expect(await runCommand(['doctor', '--help'], {})).toMatchObject({ code: 0 });
  });

  test('a setting that can’t be used is one sentence, and exits with 1', async () => {
    const { code, output } = await runCommand('migrate', { PORT: 'x' });
    expect({ code, lines: output.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
  });

  test('a database that is not there is one sentence, without its password', async () => {
    const env = { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:1/none', CALLBOARD_DATA: folder };
    const { code, output } = await runCommand('migrate', env);
    expect({ code, lines: output.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(output).not.toContain('hidden');
  });
});

test('migrate says what it ran, then that there is nothing to do; demo fills an empty database once', async () => {
  const env = await emptyPlace();
  expect((await runCommand('migrate', env)).output).toMatch(/^Ran 0001-platform\.sql, /);
  expect((await runCommand('migrate', env)).output).toBe('Up to date.\n');
  expect(await runCommand('demo', env)).toMatchObject({ code: 0 });
  expect(await runCommand('demo', env)).toMatchObject({ code: 1 });
}, 60_000);

test('openapi prints the document', async () => {
  const { code, stdout } = await runCommand('openapi', inWorld());
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
});

describe('create-admin', () => {
  const someone = (email: string, ...more: string[]) =>
    runCommand(
      ['create-admin', '--email', email, '--first-name', 'Ina', '--last-name', 'Root', ...more],
      inWorld(),
    );

  test('makes an organisation with its owner, who logs in with the printed password', async () => {
    const { code, output } = await someone('ina@new.example', '--new-organisation', 'New House');
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringContaining('is owner of New House'),
    });
    const password = /^Password: (\S+)$/m.exec(output)?.[1] ?? '';
    expect(await logIn('ina@new.example', password)).toBe(200);
    const events = await world.sql(
      'SELECT event, actor_id FROM journal ORDER BY seq DESC LIMIT 20',
    );
    expect(events).toContainEqual({ event: 'person.added', actor_id: null });
  });

  test('puts an admin into an organisation, with a password from a file', async () => {
    const file = join(folder, 'password');
    await writeFile(file, 'gravel-lantern-48-otter\n');
    const options = ['--organisation', 'harbour-care', '--role', 'admin', '--password-file', file];
    const { code, output } = await someone('ina@harbour.example', ...options);
    expect({ code, output }).toMatchObject({ code: 0 });
    expect(output).not.toContain('otter');
    expect(await logIn('ina@harbour.example', 'gravel-lantern-48-otter')).toBe(200);
    const again = await someone('ina@harbour.example', ...options);
    expect(again).toMatchObject({
      code: 1,
      output: 'The organisation has a person with this e-mail already.\n',
    });
  });

  test.each([
    ['several organisations and none named', 'Say which', []],
    ['an unknown one', 'Say which', ['--organisation', 'nowhere']],
    ['another role', 'owner or admin', ['--role', 'member']],
    [
      'a zone that is none',
      'no time zone',
      ['--new-organisation', 'X', '--time-zone', 'Mars/Base'],
    ],
  ])('refuses %s', async (_what, why, options) => {
    const { code, output } = await someone('ugo@harbour.example', ...options);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(why) });
  });
});

describe('send-test-email', () => {
  const send = (to: string) =>
    runCommand(['send-test-email', to], inWorld({ SMTP_URL: postOffice.url }));

  test('goes through the outbox to the mail server, and says what that said', async () => {
    const { code, output } = await send('ben@harbour.example');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^Sent to ben@/m) });
    expect(postOffice.taken.at(-1)?.raw).toContain('Subject: A test letter');
    const message = (await world.messages()).at(-1);
    expect(message).toMatchObject({ template: 'test-letter', status: 'sent' });
  });

  test('a server that refuses, and nobody of that address: exit 1', async () => {
    postOffice.behave('refuse');
    expect(await send('ada@harbour.example')).toMatchObject({ code: 1 });
    postOffice.behave('take');
    expect(await send('nobody@harbour.example')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Nobody active'),
    });
  });
});

test('backup and restore as commands: the same people log in, the journal verifies, later anchors fit', async () => {
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period }));
  const secretFile = join(folder, 'passphrase');
  await writeFile(secretFile, 'seven brass lanterns\n');
  const file = join(folder, 'whole.tar.gz.age');
  const options = ['--passphrase-file', secretFile];
  const backup = await runCommand(['backup', file, ...options], inWorld());
  expect(backup).toMatchObject({ code: 0, output: expect.stringContaining('encrypted)') });
  expect(await runCommand(['backup', file, ...options], inWorld())).toMatchObject({ code: 1 });
  const place = await emptyPlace();
  expect(await runCommand(['restore', file], place)).toMatchObject({
    code: 1,
    output: expect.stringContaining('is encrypted'),
  });
  const restored = await runCommand(['restore', file, ...options], place);
  expect(restored.code).toBe(0);
  expect(restored.output).toMatch(/^Restored \d+ rows and \d+ files as of /);
  expect(restored.output).toMatch(/entries in \d chains verified, 0 not sealed yet/);
  const secret = await readFile(join(place.CALLBOARD_DATA as string, 'secret'), 'utf8').catch(
    () => '',
  );
  const doctor = await runCommand('doctor', place);
  expect({ code: doctor.code, output: doctor.output, secret }).toMatchObject({ code: 0 });
}, 90_000);

describe('doctor', () => {
  test('all well: a line for each, exit 0', async () => {
    const { code, output } = await runCommand('doctor', inWorld());
    expect({ code, output }).toMatchObject({ code: 0 });
    for (const what of [
      'disk',
      'clock',
      'migrations',
      'roles',
      'row security',
      'journal',
      'outbox',
      'files',
      'stored files',
      'virus scanner',
    ]) {
      expect(output).toMatch(new RegExp(`^(ok|warn) +${what} `, 'm'));
    }
  });

  test.each([
    [
      'a table without row security',
      'row security',
      'ALTER TABLE gap_notice NO FORCE ROW LEVEL SECURITY',
      'ALTER TABLE gap_notice FORCE ROW LEVEL SECURITY',
    ],
    [
      'a migration that did not run',
      'migrations',
      `UPDATE migration SET name = 'x' || name WHERE name = '0009-assistant.sql'`,
      `UPDATE migration SET name = substr(name, 2) WHERE name = 'x0009-assistant.sql'`,
    ],
    [
      'an entry that was changed',
      'journal',
      `UPDATE journal SET data = data || '{"forged": 1}' WHERE seq = (SELECT min(seq) FROM journal)`,
      `UPDATE journal SET data = data - 'forged' WHERE seq = (SELECT min(seq) FROM journal)`,
    ],
  ])('%s fails it', async (_what, check, harm, heal) => {
    await runCommand('verify-journal', inWorld());
    await world.sql(harm);
    const { code, output } = await runCommand('doctor', inWorld());
    await world.sql(heal);
    expect({ code, output }).toMatchObject({ code: 1 });
    expect(output).toMatch(new RegExp(`^fail +${check} `, 'm'));
  });

  test('a mail server that does not answer fails it, and what waits long is told', async () => {
    await world.sql(`UPDATE message SET status = 'queued', due_at = now() - interval '1 hour'`);
    const env = inWorld({ SMTP_URL: 'smtp://127.0.0.1:1' });
    const { code, output } = await runCommand('doctor', env);
    expect(code).toBe(1);
    expect(output).toMatch(/^fail +e-mail /m);
    expect(output).toMatch(/^warn +outbox .*minutes late/m);
  });

  test('Twilio and WhatsApp are asked whether they let us in; nothing is sent', async () => {
    const asked: string[] = [];
    const provider = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const known = request.headers.authorization?.startsWith('Basic ');
      response.writeHead(known ? 200 : 401).end('{}');
    }).listen(0, '127.0.0.1');
    await once(provider, 'listening');
    const address = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const sid = `AC${'4'.repeat(32)}`;
    const env = inWorld({
      ...{ TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: 'x'.repeat(32) },
      ...{ TWILIO_PHONE_NUMBER: '+15550001234', TWILIO_API_URL: address },
      ...{ WHATSAPP_PHONE_NUMBER_ID: '106540', WHATSAPP_ACCESS_TOKEN: 'expired' },
      ...{ WHATSAPP_APP_SECRET: 'a-lantern', WHATSAPP_VERIFY_TOKEN: 'a-door' },
      ...{ WHATSAPP_API_URL: address },
    });
    const { code, output } = await runCommand('doctor', env);
    provider.close();
    expect({ code, output }).toMatchObject({ code: 1 });
    expect(output).toMatch(/^ok +SMS /m);
    expect(output).toMatch(/^fail +WhatsApp .*401/m);
    expect(asked.sort()).toEqual(['GET /106540', `GET /2010-04-01/Accounts/${sid}.json`]);
  });

  test('a bucket and a scanner that do not answer fail it', async () => {
    const bucket = { FILES_S3_BUCKET: 'board', FILES_S3_ACCESS_KEY_ID: 'id' };
    const env = inWorld({
      ...{ ...bucket, FILES_S3_SECRET_ACCESS_KEY: 'x', FILES_S3_ENDPOINT: 'http://127.0.0.1:1' },
      CLAMD: '127.0.0.1:1',
    });
    const { code, output } = await runCommand('doctor', env);
    expect(code).toBe(1);
    expect(output).toMatch(/^fail +files .*bucket board can't be used/m);
    expect(output).toMatch(/^fail +virus scanner .*new files wait/m);
  });

  test('no database at all: said, and the rest is still looked at', async () => {
    const env = { DATABASE_URL: 'postgres://u@127.0.0.1:1/none', CALLBOARD_DATA: folder };
    const { code, output } = await runCommand('doctor', env);
    expect(code).toBe(1);
    expect(output).toMatch(/^fail +database /m);
    expect(output).toMatch(/^ok +e-mail /m);
  });
});

describe('operator and permissions', () => {
  // Each command is a process of its own, with the whole program in it.
  const timeout = 120_000;
  test('someone is made an operator and no longer is, said as it is', { timeout }, async () => {
    const email = 'ben@harbour.example';
    const made = await runCommand(['operator', email], inWorld());
    expect(made).toMatchObject({ code: 0, stdout: `${email} is an operator from now on.\n` });
    expect((await world.as.ben.get('/api/operator/health')).status).toBe(200);
    const unmade = await runCommand(['operator', email, '--remove'], inWorld());
    expect(unmade).toMatchObject({ code: 0, stdout: `${email} is no operator from now on.\n` });
    const unknown = await runCommand(['operator', 'nobody@x.example'], inWorld());
    expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('No one here') });
  });

  test('who may do what is printed, a row for each permission', async () => {
    const { code, stdout } = await runCommand('permissions', {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +owner +admin +manager +steward/);
    expect(stdout).toMatch(/^role\.change +yes +- /m);
  });
});
