import { beforeAll, describe, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { addedResource, booked, bookingUntruths, toldOf } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere, outcome } from '../testing/rota-steps.ts';
import { answerRing, happened, ownerOf, wish } from '../testing/trade-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const people = ['cleo', 'dev', 'eli'] as const;
const owners = (ids: readonly string[]) => Promise.all(ids.map((id) => ownerOf(world, id)));

/** Cleo, Dev and Eli have a span each, and each would take what the next one has; the ring's id. */
async function ringOn(date: string) {
  const starts = ['10:00', '12:00', '14:00'];
  const ends = ['11:00', '13:00', '15:00'];
  const ids: string[] = [];
  for (const [i, who] of people.entries()) {
    ids.push(
      await booked(world, who, { date, start: starts[i] as string, end: ends[i] as string }),
    );
  }
  const cycles: (string | null)[] = [];
  for (const [i, who] of people.entries()) {
    const next = ids[(i + 1) % 3] as string;
    const answer = await wish(world, who, ids[i] as string, { reservations: [next] });
    cycles.push(answer.body.cycle);
  }
  expect(cycles.slice(0, 2)).toEqual([null, null]);
  return { cycle: cycles[2] as string, ids };
}

test('three in a ring: when all have said yes each has what they wanted, all at once', async () => {
  const { cycle, ids } = await ringOn('2026-12-01');
  const { body: seen } = await world.as.cleo.get(`/api/reservations/trade-cycles/${cycle}`);
  expect(seen).toMatchObject({ status: 'PENDING', waits_for: 'people', can: { accept: true } });
  expect(seen.legs).toMatchObject([
    { mine: true, person_name: 'Cleo Marsh', gives: { id: ids[0] }, gets: { id: ids[1] } },
    { mine: false, person: null, person_name: null, gives: { id: ids[1] }, accepted: false },
    { mine: false, person: null, gives: { id: ids[2] }, gets: { id: ids[0] } },
  ]);
  const first = await answerRing(world, 'cleo', cycle, 'accept');
  expect(first.body).toMatchObject({ status: 'PENDING', can: { accept: false, reject: true } });
  expect(outcome(await answerRing(world, 'cleo', cycle, 'accept'))).toEqual([
    409,
    'trade_answered',
  ]);
  await answerRing(world, 'dev', cycle, 'accept');
  expect(await owners(ids)).toEqual(['cleo', 'dev', 'eli']);
  const last = await answerRing(world, 'eli', cycle, 'accept');
  expect(last.body).toMatchObject({ status: 'ACCEPTED', waits_for: null });
  expect(last.body.legs[0].person_name).toBe('Cleo Marsh');
  expect(await owners(ids)).toEqual(['eli', 'cleo', 'dev']);
  expect(await happened(world, cycle)).toEqual([
    ...['trade.proposed', 'trade.agreed', 'trade.agreed', 'trade.accepted'],
  ]);
  expect((await toldOf(world, ids[0] as string)).slice(-2)).toEqual([
    ...['trade-given cleo', 'trade-got eli'],
  ]);
  const wishes = await world.as.cleo.get('/api/reservations/trade-wishes');
  expect(wishes.body).toMatchObject([{ status: 'MET', cycle: null, can: { withdraw: false } }]);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('three resources at the same time, in one statement', async () => {
  const date = '2026-12-02';
  const ids: string[] = [];
  for (const who of people) {
    ids.push(await booked(world, who, { date, resource: await addedResource(world, `Of ${who}`) }));
  }
  let cycle = '';
  for (const [i, who] of people.entries()) {
    const next = ids[(i + 1) % 3] as string;
    cycle = (await wish(world, who, ids[i] as string, { reservations: [next] })).body.cycle;
  }
  for (const who of people) await answerRing(world, who, cycle, 'accept');
  expect(await owners(ids)).toEqual(['eli', 'cleo', 'dev']);
  expect(await bookingUntruths(world)).toEqual([]);
});

describe('who may', () => {
  test('a stranger, someone else, next door', async () => {
    const { cycle } = await ringOn('2026-12-03');
    const path = `/api/reservations/trade-cycles/${cycle}`;
    expect(outcome(await world.anyone.post(path, { action: 'accept' }))).toEqual([
      401,
      'unauthenticated',
    ]);
    expect(outcome(await answerRing(world, 'fay', cycle, 'accept'))).toEqual([404, 'not_found']);
    expect(outcome(await answerRing(world, 'ben', cycle, 'accept'))).toEqual([403, 'forbidden']);
    expect(outcome(await answerRing(world, 'cleo', cycle, 'approve'))).toEqual([403, 'forbidden']);
  });
});

describe('all or nothing', () => {
  test('one says no: it is off, everyone keeps theirs, and the same is not proposed again', async () => {
    const { cycle, ids } = await ringOn('2026-12-04');
    await answerRing(world, 'cleo', cycle, 'accept');
    const rejected = await answerRing(world, 'dev', cycle, 'reject', 'Not that one');
    expect(rejected.body).toMatchObject({ status: 'REJECTED', response_message: 'Not that one' });
    expect((await toldOf(world, cycle)).slice(-2)).toEqual([
      ...['trade-rejected cleo', 'trade-rejected eli'],
    ]);
    expect(await owners(ids)).toEqual(['cleo', 'dev', 'eli']);
    expect(outcome(await answerRing(world, 'eli', cycle, 'accept'))).toEqual([409, 'trade_closed']);
    // Another wish makes the program look again.
    const more = await booked(world, 'ada', { date: '2026-12-04', start: '16:00', end: '17:00' });
    expect((await wish(world, 'ada', more, { start_time: '18:00' })).body.cycle).toBeNull();
    const wishes = await world.as.dev.get('/api/reservations/trade-wishes');
    expect(wishes.body[0]).toMatchObject({ status: 'OPEN', cycle: null });
  });

  test('one’s reservation changes: EXPIRED, nothing moved', async () => {
    const { cycle, ids } = await ringOn('2026-12-07');
    await answerRing(world, 'cleo', cycle, 'accept');
    await answerRing(world, 'dev', cycle, 'accept');
    await world.as.cleo.delete(`/api/reservations/${ids[0]}`);
    expect(outcome(await answerRing(world, 'eli', cycle, 'accept'))).toEqual([
      409,
      'trade_expired',
    ]);
    expect(await owners(ids.slice(1))).toEqual(['dev', 'eli']);
  });

  test('one is not free any more: person_busy, nothing moved', async () => {
    const { cycle, ids } = await ringOn('2026-12-08');
    await answerRing(world, 'cleo', cycle, 'accept');
    await answerRing(world, 'dev', cycle, 'accept');
    await commitElsewhere(world, 'cleo', '2026-12-08T12:30Z', '2026-12-08T13:30Z');
    expect(outcome(await answerRing(world, 'eli', cycle, 'accept'))).toEqual([409, 'person_busy']);
    expect(await owners(ids)).toEqual(['cleo', 'dev', 'eli']);
  });

  test('the last two say yes at once: it happens once', async () => {
    const { cycle, ids } = await ringOn('2026-12-09');
    await answerRing(world, 'cleo', cycle, 'accept');
    const answers = await Promise.all([
      answerRing(world, 'dev', cycle, 'accept'),
      answerRing(world, 'eli', cycle, 'accept'),
      answerRing(world, 'eli', cycle, 'accept'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409]);
    expect(await owners(ids)).toEqual(['eli', 'cleo', 'dev']);
    expect(
      (await happened(world, cycle)).filter((event) => event === 'trade.accepted'),
    ).toHaveLength(1);
  });
});

test('where a rule asks for an admin, all say yes and then one decides', async () => {
  const rule = await addRule(world, { subject: 'trade', name: 'All', conditions: {} });
  const { cycle, ids } = await ringOn('2026-12-10');
  for (const who of people) await answerRing(world, who, cycle, 'accept');
  const { body: waiting } = await world.as.ben.get('/api/reservations/trade-cycles');
  expect(waiting[0]).toMatchObject({ id: cycle, waits_for: 'admin', can: { approve: true } });
  expect(await owners(ids)).toEqual(['cleo', 'dev', 'eli']);
  expect((await answerRing(world, 'ben', cycle, 'approve')).body.status).toBe('ACCEPTED');
  expect(await owners(ids)).toEqual(['eli', 'cleo', 'dev']);
  await world.as.ben.delete(`/api/approval-rules/${rule.body.id}`);
});
