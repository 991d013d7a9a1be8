import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { sealJournal } from './seal-journal.ts';

let world: World;
let period: string;
let shift: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
  shift = await asked(world, 'cleo', { period, notes: 'early bird' });
  world.clock.advance({ minutes: 5 });
  await approve(world, shift);
});

const list = async (who: keyof World['as'], query = '') =>
  (await world.as[who].get(`/api/audit-logs${query}`)).body;
const events = (entries: { event: string }[]) => entries.map(({ event }) => event);

test('a stranger is asked to log in, a member may not', async () => {
  expect(outcome(await world.anyone.get('/api/audit-logs'))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get('/api/audit-logs'))).toEqual([403, 'forbidden']);
});

test('next door reads its own journal, and nothing of ours by any id', async () => {
  expect(await list('fay', `?subject_id=${shift}`)).toEqual([]);
  expect(await list('fay', `?user_id=${world.ids.ben}`)).toEqual([]);
  expect(JSON.stringify(await list('fay', '?limit=200'))).not.toContain('early bird');
});

test('newest first: who did what to which thing', async () => {
  const entries = await list('ben', `?subject_id=${shift}`);
  expect(events(entries)).toEqual(['shift.approved', 'shift.requested']);
  expect(entries[0]).toMatchObject({
    at: '2026-11-20T09:05:00Z',
    actor: world.ids.ben,
    actor_name: 'Ben Lindqvist',
    subject_kind: 'shift',
    subject_id: shift,
    data: { was: 'PENDING', shift: { status: 'APPROVED', notes: 'early bird' } },
    request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    sealed: false,
  });
  const isSealed = async () => {
    await sealJournal(world.program.app);
    return (await list('ben', `?subject_id=${shift}`))[0].sealed;
  };
  await expect.poll(isSealed).toBe(true);
});

test('the entry carries the id of the request that caused it', async () => {
  const answer = await approve(world, await asked(world, 'dev', { period, date: '2026-12-02' }));
  const [entry] = await list('ben', '?limit=1');
  expect(entry.request_id).toBe(answer.headers.get('x-request-id'));
});

test('by event and by person', async () => {
  expect(events(await list('ben', '?action_type=period.created'))).toEqual(['period.created']);
  expect(
    events(await list('ben', `?user_id=${world.ids.cleo}&action_type=shift.requested`)),
  ).toEqual(['shift.requested']);
  expect(await list('ben', '?action_type=no.such')).toEqual([]);
});

test('page by page, without a gap or a double', async () => {
  const all = (await list('ben', '?limit=200')).map((entry: { id: string }) => entry.id);
  const seen: string[] = [];
  for (let path: string | undefined = '/api/audit-logs?limit=3'; path; ) {
    const { body, headers } = await world.as.ben.get(path);
    seen.push(...body.map((entry: { id: string }) => entry.id));
    path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
  }
  expect(seen).toEqual(all);
  expect(new Set(seen).size).toBe(seen.length);
});

test.each(['e30', 'WyIxIl0', 'WyI5OTk5OTk5OTk5OTk5OTk5OTk5OTkiLCIxIl0', '%00'])(
  'a made-up cursor %s: 400',
  async (cursor) => {
    const answer = await world.as.ben.get(`/api/audit-logs?cursor=${cursor}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(['cursor']);
  },
);

test('no password and no token is ever in it', async () => {
  const rows = await world.sql<{ data: object }>('SELECT data FROM journal');
  const text = JSON.stringify(rows);
  expect(text).not.toContain('harbour-lantern-42');
  expect(text).not.toContain('$argon2');
  expect(text).not.toMatch(/eyJ[\w-]+\./);
});
