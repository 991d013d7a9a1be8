import { beforeAll, describe, expect, test } from 'vitest';
import {
  does,
  held,
  holderOf,
  offered,
  swapsNeedApproval,
  untruths,
} from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  approve,
  asked,
  commitElsewhere,
  eventsOf,
  openPeriod,
  outcome,
  setPeriod,
} from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

describe('who may', () => {
  test('a stranger is asked to log in; next door there is no such offer', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-01' });
    const id = await offered(world, 'cleo', shift);
    const answer = await world.anyone.post(`/api/shift-offers/${id}/take`);
    expect(outcome(answer)).toEqual([401, 'unauthenticated']);
    expect(outcome(await does(world, 'fay', 'take', id))).toEqual([404, 'not_found']);
    expect(outcome(await does(world, 'cleo', 'take', id))).toEqual([409, 'offer_own']);
    expect(await eventsOf(world, id)).toEqual([]);
  });

  test('made to one: nobody else, an admin who sees it neither', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-02' });
    const id = await offered(world, 'cleo', shift, { to: world.ids.dev });
    expect(outcome(await does(world, 'eli', 'take', id))).toEqual([404, 'not_found']);
    expect(outcome(await does(world, 'ben', 'take', id))).toEqual([403, 'forbidden']);
  });
});

test('taken: it waits for an admin, who is told; nothing moves yet', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-03' });
  const id = await offered(world, 'cleo', shift);
  const answer = await does(world, 'dev', 'take', id);
  expect(answer).toMatchObject({
    status: 200,
    body: { state: 'TAKEN', taken_by: world.ids.dev, taken_at: '2026-11-20T09:00:00Z' },
  });
  expect(await holderOf(world, shift)).toBe('cleo');
  expect(await eventsOf(world, id)).toEqual(['offer.taken']);
  const told = (await world.messages()).filter(({ template }) => template === 'offer-taken');
  expect(told.map(({ address }) => address).sort()).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
  ]);
  const seen = await world.as.ben.get(`/api/shift-offers/${id}`);
  expect(seen.body.can).toMatchObject({ take: false, approve: true, decline: true });
  expect(outcome(await does(world, 'eli', 'take', id))).toEqual([409, 'offer_taken']);
});

describe('refused before anything moves', () => {
  test('the taker is elsewhere, and the button said so before', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-04' });
    const id = await offered(world, 'cleo', shift);
    await commitElsewhere(world, 'eli', '2026-12-04T08:00Z', '2026-12-04T10:00Z');
    const seen = await world.as.eli.get(`/api/shift-offers/${id}`);
    expect(seen.body).toMatchObject({
      can: { take: false },
      why_not: { code: 'person_busy', detail: expect.stringContaining('08:00 to 10:00') },
    });
    const answer = await does(world, 'eli', 'take', id);
    expect(answer).toMatchObject({ status: 409, body: { code: 'person_busy' } });
    expect(answer.body.detail).toBe(seen.body.why_not.detail);
    expect(await eventsOf(world, id)).toEqual([]);
  });

  test('the taker has asked for that time themself', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-05' });
    await asked(world, 'dev', { period, date: '2026-12-05', start: '08:00', end: '12:00' });
    const id = await offered(world, 'cleo', shift);
    expect(outcome(await does(world, 'dev', 'take', id))).toEqual([409, 'shift_overlaps_own']);
  });

  test.each([
    [
      'edited',
      (shift: string) => world.as.ben.patch(`/api/shifts/${shift}`, { end_time: '08:00' }),
    ],
    ['cancelled', (shift: string) => world.as.ben.delete(`/api/shifts/${shift}`)],
  ])('the shift was %s: 409, and the offer is EXPIRED for everyone', async (what, change) => {
    const date = what === 'edited' ? '2026-12-06' : '2026-12-07';
    const shift = await held(world, 'cleo', { period, date });
    const id = await offered(world, 'cleo', shift);
    expect((await change(shift)).status).toBe(200);
    expect(outcome(await does(world, 'dev', 'take', id))).toEqual([409, 'offer_expired']);
    const seen = await world.as.dev.get(`/api/shift-offers/${id}`);
    expect(seen.body).toMatchObject({ state: 'EXPIRED', can: { take: false } });
  });

  test('the period was finalized meanwhile', async () => {
    const dates = { start_date: '2027-03-01', end_date: '2027-03-31' };
    const march = await openPeriod(world, { name: 'March', ...dates });
    const shift = await held(world, 'cleo', { period: march, date: '2027-03-01' });
    const id = await offered(world, 'cleo', shift);
    await setPeriod(world, march, 'FINALIZED');
    expect(outcome(await does(world, 'dev', 'take', id))).toEqual([409, 'offer_expired']);
    expect(await holderOf(world, shift)).toBe('cleo');
  });
});

describe('where no approval is needed', () => {
  beforeAll(() => swapsNeedApproval(world, false));

  test('taking does it at once; both are told, both events are there', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-14', notes: 'my keys' });
    const id = await offered(world, 'cleo', shift);
    const answer = await does(world, 'dev', 'take', id);
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'DONE', shift: { pa_name: /Dev/ } },
    });
    expect(await holderOf(world, shift)).toBe('dev');
    expect((await eventsOf(world, shift)).at(-1)).toBe('shift.swapped');
    const told = (await world.messages()).filter(({ template }) => template === 'offer-done');
    expect(told.map(({ address }) => address).sort()).toEqual([
      'cleo@harbour.example',
      'dev@harbour.example',
    ]);
    const mine = await world.as.dev.get(`/api/shifts/${shift}`);
    expect(mine.body).toMatchObject({ requested_by: world.ids.dev, status: 'APPROVED', notes: '' });
    expect(outcome(await world.as.cleo.get(`/api/shifts/${shift}`))).toEqual([404, 'not_found']);
    const hours = await world.as.dev.get('/api/hours?week=2026-W51');
    expect(hours.body).toMatchObject([{ hours: '3.00' }]);
    expect(await untruths(world)).toEqual([]);
  });

  test('nobody may override overtime then', async () => {
    for (const date of ['2026-12-21', '2026-12-22']) {
      await held(world, 'eli', { period, date, start: '09:00', end: '20:00' });
    }
    const shift = await held(world, 'cleo', { period, date: '2026-12-23' });
    const id = await offered(world, 'cleo', shift);
    const answer = await does(world, 'eli', 'take', id);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'overtime', weekly_hours_after: '25.00', weekly_limit: '24.00' },
    });
    expect(await holderOf(world, shift)).toBe('cleo');
  });

  test('a chain that would book someone twice is refused', async () => {
    const first = await held(world, 'cleo', { period, date: '2026-12-28' });
    const offerOfFirst = await offered(world, 'cleo', first);
    const pair = await openPeriod(world, { name: 'Two at a time', seats: 2 });
    const second = await held(world, 'dev', { period: pair, date: '2026-12-28', start: '08:00' });
    const offerOfSecond = await offered(world, 'dev', second);
    expect((await does(world, 'eli', 'take', offerOfFirst)).status).toBe(200);
    expect(outcome(await does(world, 'eli', 'take', offerOfSecond))).toEqual([409, 'person_busy']);
    expect(await holderOf(world, second)).toBe('dev');
    expect(await untruths(world)).toEqual([]);
  });
});

test('coming back: what was taken can be offered again by its new person', async () => {
  const shift = await held(world, 'cleo', { period, date: '2026-12-30' });
  const first = await offered(world, 'cleo', shift);
  await does(world, 'dev', 'take', first);
  expect(await approve(world, shift)).toMatchObject({ status: 409 });
  const again = await offered(world, 'dev', shift, { to: world.ids.cleo });
  expect((await does(world, 'cleo', 'take', again)).status).toBe(200);
  expect(await holderOf(world, shift)).toBe('cleo');
});
