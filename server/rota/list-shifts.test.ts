import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let december: string;
let january: string;
/** Ids of the shifts, oldest request first: c… by Cleo, d… by Dev. */
let ids: Record<'c1' | 'c2' | 'd1' | 'd2' | 'c3', string>;

beforeAll(async () => {
  world = await openWorld();
  december = await openPeriod(world);
  const dates = { start_date: '2027-01-01', end_date: '2027-01-31' };
  january = await openPeriod(world, { name: 'January', ...dates });
  const request = (who: 'cleo' | 'dev', period: string, date: string) => {
    world.clock.advance({ minutes: 1 });
    return asked(world, who, { period, date });
  };
  ids = {
    c1: await request('cleo', december, '2026-12-01'),
    c2: await request('cleo', december, '2026-12-24'),
    d1: await request('dev', december, '2026-12-02'),
    d2: await request('dev', january, '2027-01-05'),
    c3: await request('cleo', january, '2027-01-04'),
  };
  await approve(world, ids.c2);
});

const list = async (who: keyof World['as'], query = '') => {
  const { status, body, headers } = await world.as[who].get(`/api/shifts${query}`);
  expect(status).toBe(200);
  const names = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return { shown: body.map((shift: { id: string }) => names[shift.id]), body, headers };
};

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get('/api/shifts'))).toEqual([401, 'unauthenticated']);
});

test('next door sees nothing of it, whatever they ask for', async () => {
  for (const query of ['', `?period=${december}`, `?person=${world.ids.cleo}`]) {
    expect((await list('fay', query)).shown).toEqual([]);
  }
});

test('an admin sees all, newest request first; a member their own only', async () => {
  expect((await list('ben')).shown).toEqual(['c3', 'd2', 'd1', 'c2', 'c1']);
  expect((await list('cleo')).shown).toEqual(['c3', 'c2', 'c1']);
  expect((await list('cleo', `?person=${world.ids.dev}`)).shown).toEqual(['c3', 'c2', 'c1']);
  expect((await list('eli')).shown).toEqual([]);
  const { body } = await list('cleo');
  for (const shift of body) expect(shift).not.toHaveProperty('admin_notes');
});

describe('filters', () => {
  test.each([
    ['status', () => '?status=APPROVED', ['c2']],
    ['period', () => `?period=${january}`, ['c3', 'd2']],
    ['person', () => `?person=${world.ids.dev}`, ['d2', 'd1']],
    ['first date', () => '?start_date=2026-12-24', ['c3', 'd2', 'c2']],
    ['last date', () => '?end_date=2026-12-02', ['d1', 'c1']],
    [
      'all together',
      () => `?period=${december}&person=${world.ids.cleo}&status=PENDING&start_date=2026-12-01`,
      ['c1'],
    ],
    ['nothing left', () => '?status=REJECTED', []],
  ])('%s', async (_what, query, expected) => {
    expect((await list('ben', query())).shown).toEqual(expected);
  });

  test.each([
    ['status=LOST', 'status'],
    ['period=7', 'period'],
    ['start_date=2026-02-30', 'start_date'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=many', 'limit'],
    ['colour=red', 'colour'],
    ['cursor=e30', 'cursor'],
  ])('%s: 400 that names it', async (query, field) => {
    const answer = await world.as.ben.get(`/api/shifts?${query}`);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test('a cursor that was made up, with a day that no month has: 400, not our fault', async () => {
    const parts = ['2026-99-99T99:99:99Z', ids.c1];
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const answer = await world.as.ben.get(`/api/shifts?cursor=${cursor}`);
    expect(outcome(answer)).toEqual([400, 'invalid']);
    expect(Object.keys(answer.body.errors)).toEqual(['cursor']);
  });
});

test('pages link to the next, without a gap or a double, also while new ones come in', async () => {
  const seen: string[] = [];
  let path: string | null = '/api/shifts?limit=2&count=true&person=';
  path += world.ids.cleo;
  for (let pages = 1; path; pages += 1) {
    const { body, headers, status } = await world.as.ben.get(path);
    expect(status).toBe(200);
    expect(headers.get('x-total-count')).toBe(pages === 1 ? '3' : '4');
    seen.push(...body.map((shift: { date: string }) => shift.date));
    path = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? null;
    world.clock.advance({ minutes: 1 });
    if (pages === 1) await asked(world, 'cleo', { period: january, date: '2027-01-20' });
  }
  expect(seen).toEqual(['2027-01-04', '2026-12-24', '2026-12-01']);
  const uncounted = await world.as.ben.get('/api/shifts');
  expect(uncounted.headers.get('x-total-count')).toBeNull();
});
