import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const make = (who: keyof World['as'], headers?: Record<string, string>) =>
  world.as[who].post('/api/calendar/feed', {}, headers);
const statusOf = async (url: string) => (await world.anyone.get(new URL(url).pathname)).status;

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.post('/api/calendar/feed', {}))).toEqual([
    ...[401, 'unauthenticated'],
  ]);
});

test('makes an address that works, journals it, keeps nothing that opens it', async () => {
  const answer = await make('cleo');
  expect(answer).toMatchObject({ status: 201, body: { made_at: '2026-11-20T09:00:00Z' } });
  expect(answer.body.url).toMatch(
    /^http:\/\/localhost:3000\/api\/calendar\/feeds\/[\w-]{22}\.[\w-]{32}\.ics$/,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await statusOf(answer.body.url)).toBe(200);
  expect((await world.journal()).at(-1)).toMatchObject({
    event: 'calendar_feed.made',
    actor_id: world.ids.cleo,
    subject_id: world.ids.cleo,
    data: { renewed: false },
  });
  const secret = answer.body.url.slice(-36, -4);
  const rows = await world.sql<{ all: string }>(
    `SELECT (SELECT string_agg(f::text, '') FROM calendar_feed f) ||
       (SELECT string_agg(j::text, '') FROM journal j) AS all`,
  );
  expect(rows[0]?.all).not.toContain(secret);
});

test('a new one: the old one dies', async () => {
  const first = (await make('dev')).body.url;
  world.clock.advance({ minutes: 5 });
  const second = await make('dev');
  expect(second.body.made_at).toBe('2026-11-20T09:05:00Z');
  expect(await Promise.all([first, second.body.url].map(statusOf))).toEqual([404, 200]);
  expect((await world.journal()).at(-1)?.data).toEqual({ renewed: true });
});

test('with an Idempotency-Key the address is not kept for repeats', async () => {
  const key = { 'Idempotency-Key': '"feed-1"' };
  const first = await make('eli', key);
  const again = await make('eli', key);
  expect(again.body.url).not.toBe(first.body.url);
  expect(await Promise.all([first, again].map(({ body }) => statusOf(body.url)))).toEqual([
    ...[404, 200],
  ]);
  expect(await world.sql("SELECT 1 FROM idempotency WHERE route LIKE '%feed%'")).toEqual([]);
});

test('two at once: one address lives, both are journalled', async () => {
  const answers = await Promise.all([make('fay'), make('fay')]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const statuses = await Promise.all(answers.map(({ body }) => statusOf(body.url)));
  expect(statuses.sort()).toEqual([200, 404]);
  expect(await eventsOf(world, world.ids.fay)).toEqual([
    ...['session.started', 'calendar_feed.made', 'calendar_feed.made'],
  ]);
});
