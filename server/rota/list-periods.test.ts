import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod, outcome, setPeriod } from '../testing/rota-steps.ts';

let world: World;
let december: string;
beforeAll(async () => {
  world = await openWorld();
  december = await openPeriod(world);
  const month = (name: string, start_date: string, end_date: string) =>
    openPeriod(world, { name, start_date, end_date });
  await month('February', '2027-02-01', '2027-02-28');
  const january = await month('January', '2027-01-01', '2027-01-31');
  await setPeriod(world, january, 'LOCKED');
  await asked(world, 'cleo', { period: december, date: '2026-12-01' });
  await asked(world, 'dev', { period: december, date: '2026-12-02' });
});

const list = async (who: keyof World['as'], query = '') => {
  const { status, body, headers } = await world.as[who].get(`/api/schedule-periods${query}`);
  expect(status).toBe(200);
  return { names: body.map((period: { name: string }) => period.name), body, headers };
};

test('a stranger is asked to log in; next door sees nothing', async () => {
  const answer = await world.anyone.get('/api/schedule-periods');
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  expect((await list('fay')).names).toEqual([]);
});

test('newest start first, for everyone', async () => {
  expect((await list('ben')).names).toEqual(['February', 'January', 'December 2026']);
  expect((await list('cleo')).names).toEqual(['February', 'January', 'December 2026']);
});

test('counts the shifts that the viewer sees, and says what they may do', async () => {
  const last = async (who: keyof World['as']) => (await list(who)).body.at(-1);
  expect(await last('ben')).toMatchObject({ shift_count: 2, can: { ask: true, decide: true } });
  expect(await last('cleo')).toMatchObject({ shift_count: 1, can: { ask: true, decide: false } });
  expect(await last('eli')).toMatchObject({ shift_count: 0, created_by_name: 'Ben Lindqvist' });
});

test('by status', async () => {
  expect((await list('ben', '?status=LOCKED')).names).toEqual(['January']);
  expect((await list('ben', '?status=FINALIZED')).names).toEqual([]);
  const odd = await world.as.ben.get('/api/schedule-periods?status=SHUT');
  expect(Object.keys(odd.body.errors)).toEqual(['status']);
});

test('page by page', async () => {
  const first = await list('cleo', '?limit=2');
  expect(first.names).toEqual(['February', 'January']);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.cleo.get(next);
  expect(second.body.map((period: { id: string }) => period.id)).toEqual([december]);
  expect(second.headers.get('link')).toBeNull();
});
