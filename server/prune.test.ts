import { beforeAll, describe, expect, test } from 'vitest';
import { modulesOf } from './modules.ts';
import { idempotencyKeys, pruneAll } from './platform/prune.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { approve, asked, openPeriod } from './testing/rota-steps.ts';

let world: World;
const prunings = [idempotencyKeys, ...modulesOf().flatMap((module) => module.prunings ?? [])];
const prune = () => pruneAll(world.program.app, prunings);
const countOf = async (table: string, where = 'true') =>
  (await world.sql(`SELECT FROM ${table} WHERE ${where}`)).length;
/** Makes rows older than they are. */
const age = (table: string, column: string, days: number) =>
  world.sql(`UPDATE ${table} SET ${column} = ${column} - interval '${days} days'`);

beforeAll(async () => {
  world = await openWorld();
  const period = await openPeriod(world);
  await approve(world, await asked(world, 'cleo', { period }));
  await world.anyone.post('/api/auth/password-reset', { email: 'cleo@harbour.example' });
});

test('what is young stays', async () => {
  expect(Math.max(...(await prune()).values())).toBe(0);
});

describe('what has had its time', () => {
  test('spent log-in tokens go after 30 days, the session’s living one stays', async () => {
    await world.as.dev.get('/api/auth/me');
    const before = await countOf('refresh_token');
    await world.sql(
      `INSERT INTO refresh_token (organisation_id, hash, session_id, created_at, spent_at)
       SELECT organisation_id, sha256(hash), session_id, created_at, $1::timestamptz - interval '31 days'
       FROM refresh_token LIMIT 1`,
      [world.clock.now().toString()],
    );
    expect((await prune()).get('spent log-in tokens')).toBe(1);
    expect(await countOf('refresh_token')).toBe(before);
  });

  test('one-time tokens go 30 days after they expired', async () => {
    expect(await countOf('one_time_token')).toBeGreaterThan(0);
    await age('one_time_token', 'expires_at', 29);
    await age('one_time_token', 'created_at', 29);
    expect((await prune()).get('one-time tokens')).toBe(0);
    await age('one_time_token', 'expires_at', 3);
    expect((await prune()).get('one-time tokens')).toBeGreaterThan(0);
    expect(await countOf('one_time_token')).toBe(0);
  });

  test('notices of gaps go after 90 days', async () => {
    await world.sql(
      `INSERT INTO gap_notice (organisation_id, date, window_slug, day, told_at)
       SELECT id, date '2026-08-01' + d, 'morning', '2026-08-01', $1::timestamptz - d * interval '1 day'
       FROM organisation, unnest(ARRAY[89, 91]) d`,
      [world.clock.now().toString()],
    );
    expect((await prune()).get('old gap notices')).toBe(2);
    expect(await countOf('gap_notice')).toBe(2);
  });

  test('what a message said goes after 180 days; that it went out, to whom and when stays', async () => {
    await world.sql(`UPDATE message SET status = 'sent', sent_at = created_at`);
    const before = await world.sql(
      'SELECT id, address, template, status, created_at FROM message ORDER BY id',
    );
    world.clock.advance({ hours: 181 * 24 });
    expect((await prune()).get('contents of old messages')).toBe(before.length);
    expect((await prune()).get('contents of old messages')).toBe(0);
    expect(
      await world.sql('SELECT id, address, template, status, created_at FROM message ORDER BY id'),
    ).toEqual(before);
    expect(await countOf('message', `data <> '{"pruned": true}'`)).toBe(0);
    const { body } = await world.anyone.get('/api/mailbox');
    expect(new Set(body.map(({ subject }: { subject: string }) => subject))).toEqual(
      new Set(['No longer kept']),
    );
  });

  test('a message that still waits keeps what it says, however old', async () => {
    await world.sql(`UPDATE message SET status = 'queued', data = '{"name": "December"}'`);
    expect((await prune()).get('contents of old messages')).toBe(0);
  });
});

test('nothing of record is ever deleted: ten years on every such row is there', async () => {
  const ofRecord = ['journal', 'journal_seal', 'shift', 'shift_decision', 'schedule_period'];
  ofRecord.push('person', 'organisation', 'account', 'session', 'message', 'attempt', 'commitment');
  const counts = () => Promise.all(ofRecord.map((table) => countOf(table)));
  const before = await counts();
  world.clock.advance({ hours: 10 * 365 * 24 });
  await prune();
  expect(await counts()).toEqual(before);
});
