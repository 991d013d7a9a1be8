import { beforeAll, describe, expect, test } from 'vitest';
import {
  addedResource,
  booked,
  bookingSettings,
  decide,
  primeTime,
} from '../testing/booking-steps.ts';
import { later } from '../testing/later.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 3, '17:00', '19:00');
  ids.van = await addedResource(world, 'Van', { occupies_person: false });
  ids.cleo = await booked(world, 'cleo', { date: '2026-12-01', notes: '100% yoga_class' });
  ids.dev = await booked(world, 'dev', { date: '2026-12-02' });
  ids.waits = await booked(world, 'cleo', { date: '2026-12-03', start: '17:00', end: '18:00' });
  ids.rejected = await booked(world, 'eli', { date: '2026-12-10', start: '17:00', end: '18:00' });
  await decide(world, ids.rejected, 'Painters are in');
  ids.inVan = await booked(world, 'dev', { date: '2026-12-03', resource: ids.van });
  ids.gone = await booked(world, 'cleo', { date: '2026-12-04' });
  await world.as.cleo.delete(`/api/reservations/${ids.gone}`);
});

const list = async (who: keyof World['as'], query = '') => {
  const answer = await world.as[who].get(`/api/reservations${query}`);
  expect(answer.status).toBe(200);
  const named = Object.fromEntries(Object.entries(ids).map(([name, id]) => [id, name]));
  return answer.body.map((one: { id: string }) => named[one.id] ?? one.id);
};

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get('/api/reservations')).status).toBe(401);
});

test('one’s own, newest first; all for an admin; nothing of the neighbour', async () => {
  expect(await list('cleo')).toEqual(['gone', 'waits', 'cleo']);
  expect(await list('ben')).toEqual(['gone', 'inVan', 'rejected', 'waits', 'dev', 'cleo']);
  expect(await list('fay')).toEqual([]);
});

describe('filters', () => {
  test.each([
    ['?date=2026-12-03', ['inVan', 'waits']],
    ['?status=PENDING', ['waits']],
    ['?status=REJECTED', ['rejected']],
    ['?status=CANCELLED', ['gone']],
    ['?user=cleo@', ['gone', 'waits', 'cleo']],
    ['?user=Novak', ['rejected']],
    ['?user=%25', []],
    ['?start_date=2026-12-02&end_date=2026-12-03', ['inVan', 'waits', 'dev']],
    ['?primetime=true', ['rejected', 'waits']],
    ['?search=yoga', ['cleo']],
    ['?search=painters', ['rejected']],
    ['?search=0%25%20yoga_', ['cleo']],
    ['?search=a_b', []],
    ['?sort=starts_at', ['cleo', 'dev', 'inVan', 'waits', 'gone', 'rejected']],
    ['?sort=-starts_at&status=CONFIRMED', ['inVan', 'dev', 'cleo']],
  ])('%s', async (query, expected) => {
    expect(await list('ben', query)).toEqual(expected);
  });

  test('of a resource', async () => {
    expect(await list('ben', `?resource=${ids.van}`)).toEqual(['inVan']);
    expect(await list('fay', `?resource=${ids.van}`)).toEqual([]);
  });

  test('`user` is the admins’: for others the list is their own', async () => {
    expect(await list('dev', '?user=cleo')).toEqual(['inVan', 'dev']);
  });

  test('no such status or order: 400', async () => {
    for (const query of ['status=LOST', 'sort=notes', 'date=2026-02-30', 'organisation=1']) {
      expect((await world.as.ben.get(`/api/reservations?${query}`)).status).toBe(400);
    }
  });
});

test.each(['-created_at', 'created_at', '-starts_at', 'starts_at'])(
  'page by page by %s is the whole list',
  async (sort) => {
    const whole = await list('ben', `?sort=${sort}`);
    const pages: string[] = [];
    let path: string | undefined = `/api/reservations?sort=${sort}&limit=2&count=true`;
    while (path) {
      const answer = await world.as.ben.get(path);
      expect(answer.headers.get('x-total-count')).toBe('6');
      pages.push(...answer.body.map((one: { id: string }) => one.id));
      path = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    }
    expect(pages).toEqual(whole.map((name: string) => ids[name]));
  },
);

test('a hold that ran out is EXPIRED in every list at once', async () => {
  await bookingSettings(world, { hold_hours: 1 });
  ids.late = await booked(world, 'dev', { date: '2026-12-17', start: '17:00', end: '18:00' });
  expect(await list('ben', '?status=PENDING')).toEqual(['late', 'waits']);
  later(world, { hours: 1 });
  expect(await list('ben', '?status=PENDING')).toEqual(['waits']);
  expect(await list('ben', '?status=EXPIRED')).toEqual(['late']);
});
