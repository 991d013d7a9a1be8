import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, ask, asked, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';
import { goAway, taken } from './testing.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const free = async (date: string) =>
  (
    await world.as.ben.get(`/api/timeline/free?date=${date}&start_time=06:00&end_time=09:00`)
  ).body.map((one: { name: string }) => one.name);

describe('who may', () => {
  test('a stranger is asked to log in; for other organisations there is no such person', async () => {
    const day = { start_date: '2026-12-01', end_date: '2026-12-01' };
    expect(outcome(await world.anyone.post('/api/absences', day))).toEqual([
      401,
      'unauthenticated',
    ]);
    const answer = await goAway(world, 'fay', { ...day, person: world.ids.cleo });
    expect(outcome(answer)).toEqual([404, 'not_found']);
  });

  test('a member says it of themself only; an admin of anyone, and the person is told', async () => {
    const dev = { start_date: '2026-12-02', person: world.ids.dev };
    expect(outcome(await goAway(world, 'cleo', dev))).toEqual([404, 'not_found']);
    const answer = await goAway(world, 'ben', { ...dev, reason: 'surgery' });
    expect(answer).toMatchObject({ status: 201, body: { person: world.ids.dev } });
    const letters = (await world.messages()).filter((one) => one.template === 'absence-added');
    expect(letters.map(({ address }) => address)).toEqual(['dev@harbour.example']);
  });
});

test('takes the time from midnight to midnight, tells the admins, and keeps the reason out of the journal', async () => {
  const answer = await goAway(world, 'cleo', {
    ...{ start_date: '2026-12-05', end_date: '2026-12-06', reason: 'at the dentist' },
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    ...{ start_date: '2026-12-05', end_date: '2026-12-06', whole_days: true },
    ...{ starts_at: '2026-12-05T00:00:00Z', ends_at: '2026-12-07T00:00:00Z' },
    ...{ reason: 'at the dentist', person_name: 'Cleo Marsh', can: { cancel: true } },
  });
  expect(await taken(world, world.ids.cleo)).toEqual([
    { from: '2026-12-05T00:00', until: '2026-12-07T00:00' },
  ]);
  expect(await free('2026-12-06')).not.toContain('Cleo Marsh');
  expect(await free('2026-12-07')).toContain('Cleo Marsh');
  expect(await eventsOf(world, answer.body.id)).toEqual(['absence.added']);
  expect(JSON.stringify(await world.journal())).not.toContain('dentist');
  const told = await world.sql<{ data: object; address: string }>(
    `SELECT data, address FROM message WHERE template = 'absence-added' AND data->>'name' = 'Cleo Marsh'
     ORDER BY address`,
  );
  expect(told.map(({ address }) => address)).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
  ]);
  expect(JSON.stringify(told)).not.toContain('dentist');
});

test('nobody is approved for a shift in it, and the sentence says why without the reason', async () => {
  const shift = await asked(world, 'eli', { period, date: '2026-12-10' });
  await goAway(world, 'eli', { start_date: '2026-12-10', reason: 'none of your business' });
  const answer = await approve(world, shift);
  expect(outcome(answer)).toEqual([409, 'person_busy']);
  expect(answer.body.detail).toBe(
    'Eli Novak is away then: from 00:00 on 2026-12-10 to 00:00 on 2026-12-11.',
  );
  expect(JSON.stringify(answer.body)).not.toContain('business');
});

test('by the clock, over the night when it changes; the hours before and after stay free', async () => {
  const answer = await goAway(world, 'ada', {
    ...{ start_date: '2027-03-27', start_time: '18:00', end_date: '2027-03-28', end_time: '09:00' },
  });
  expect(answer.body).toMatchObject({
    ...{ starts_at: '2027-03-27T18:00:00Z', ends_at: '2027-03-28T08:00:00Z', whole_days: false },
    ...{ start_time: '18:00:00', end_time: '09:00:00' },
  });
});

test('months are committed in weeks, without a gap', async () => {
  const answer = await goAway(world, 'ben', { start_date: '2027-05-01', end_date: '2027-07-31' });
  expect(answer.status).toBe(201);
  const parts = await taken(world, world.ids.ben);
  expect(parts).toHaveLength(14);
  expect(parts[0]?.from).toBe('2027-04-30T23:00');
  expect(parts.at(-1)?.until).toBe('2027-07-31T23:00');
  for (const [i, part] of parts.slice(1).entries()) expect(part.from).toBe(parts[i]?.until);
});

describe('refusals', () => {
  test('409 when the person is on then, saying from when to when; nothing is written', async () => {
    const shift = await asked(world, 'dev', { period, date: '2026-12-15' });
    await approve(world, shift);
    const answer = await goAway(world, 'dev', { start_date: '2026-12-14', end_date: '2026-12-16' });
    expect(outcome(answer)).toEqual([409, 'committed_then']);
    expect(answer.body.detail).toBe(
      'Dev Patel is on then: 06:00 to 09:00 on 2026-12-15. Give that away or cancel it first.',
    );
    expect(await taken(world, world.ids.dev)).toHaveLength(1);
  });

  test('409 when they are away then already', async () => {
    await goAway(world, 'cleo', { start_date: '2027-01-01', end_date: '2027-01-05' });
    const answer = await goAway(world, 'cleo', { start_date: '2027-01-05' });
    expect(outcome(answer)).toEqual([409, 'committed_then']);
    expect(answer.body.detail).toContain('Cleo Marsh is away then already');
  });

  test.each([
    ['end_date', { start_date: '2026-12-02', end_date: '2026-12-01' }],
    ['end_time', { start_date: '2026-12-02', start_time: '10:00', end_time: '10:00' }],
    ['end_date', { start_date: '2026-12-02', end_date: '2028-12-02' }],
    ['start_time', { start_date: '2027-03-28', start_time: '02:30' }],
    ['start_date', { start_date: '2026-02-30' }],
    ['reason', { start_date: '2026-12-02', reason: 'x'.repeat(301) }],
    ['days', { start_date: '2026-12-02', days: 2 }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await goAway(world, 'gus', body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toContain(field);
    expect(await taken(world, world.ids.gus)).toEqual([]);
  });
});

test('an absence and an approval of the same time at once: one of them, whichever came first', async () => {
  for (const date of ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25']) {
    const shift = (await ask(world, 'eli', { period, date, start: '12:00', end: '13:00' })).body.id;
    const [absence, approval] = await Promise.all([
      goAway(world, 'eli', { start_date: date }),
      approve(world, shift),
    ]);
    expect([201, 409]).toContain(absence.status);
    expect(approval.status).toBe(absence.status === 201 ? 409 : 200);
  }
});
