import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world, { seats: 2 });
});

/** Each `coverage.alert` about a date: from what to what. */
async function turnsOf(...dates: string[]): Promise<string[]> {
  const alerts = (await world.journal()).filter(({ event }) => event === 'coverage.alert');
  return alerts
    .filter(({ data }) => dates.includes(data.date as string))
    .map(({ data }) => `${data.date} ${data.before} → ${data.after}`);
}

test('approving, editing and cancelling: an alert when the day turns, and only then', async () => {
  const date = '2026-12-01';
  const morning = await asked(world, 'cleo', { period, date });
  expect(await turnsOf(date)).toEqual([]);
  await approve(world, morning);
  await approve(world, await asked(world, 'dev', { period, date, start: '06:00', end: '10:00' }));
  await approve(world, await asked(world, 'eli', { period, date, start: '21:00', end: '22:00' }));
  const turned = ['2026-12-01 none → partial', '2026-12-01 partial → complete'];
  expect(await turnsOf(date)).toEqual(turned);
  await world.as.ben.delete(`/api/shifts/${morning}`);
  expect(await turnsOf(date)).toEqual(turned);
  const [evening] = (await world.as.eli.get('/api/shifts')).body;
  await world.as.ben.patch(`/api/shifts/${evening.id}`, { notes: 'bring keys' });
  expect(await turnsOf(date)).toEqual(turned);
  await world.as.ben.patch(`/api/shifts/${evening.id}`, { start_time: '21:30' });
  expect(await turnsOf(date)).toEqual([...turned, '2026-12-01 complete → partial']);
});

test('a shift moved to another day turns both; an overnight one the next morning too', async () => {
  const [one, other] = ['2026-12-03', '2026-12-05'];
  const shift = await asked(world, 'cleo', { period, date: one });
  await approve(world, shift);
  await world.as.ben.patch(`/api/shifts/${shift}`, { date: other });
  expect(await turnsOf(one, other)).toEqual([
    `${one} none → partial`,
    `${one} partial → none`,
    `${other} none → partial`,
  ]);
  const [night, next] = ['2026-12-07', '2026-12-08'];
  const direct = await world.as.ben.post('/api/shifts', {
    ...{ schedule_period: period, date: night, start_time: '21:00', end_time: '09:00' },
    ...{ overnight: true, admin_direct: true, requested_by: world.ids.dev },
  });
  expect(direct.status).toBe(201);
  expect(await turnsOf(night, next)).toEqual([`${night} none → partial`, `${next} none → partial`]);
});

test('everyone who watches the period hears it, with the day’s coverage', async () => {
  const date = '2026-12-10';
  const ear = await openEar(world, 'eli');
  ear.say({ type: 'subscribe', topic: `schedule:${period}` });
  await ear.hears(({ type }) => type === 'subscribed');
  await approve(world, await asked(world, 'cleo', { period, date }));
  expect(
    await ear.hears((one) => one.type === 'coverage.alert' && one.date === date),
  ).toMatchObject({
    ...{ message: 'Coverage updated', date, before: 'none', after: 'partial' },
    coverage: { status: 'partial', morning_covered: true, evening_covered: false },
  });
  ear.close();
});

test('an approval that is refused is no alert', async () => {
  const date = '2026-12-12';
  for (const who of ['cleo', 'dev'] as const) {
    await approve(world, await asked(world, who, { period, date, start: '10:00', end: '12:00' }));
  }
  const third = await asked(world, 'eli', { period, date, start: '06:00', end: '12:00' });
  expect((await approve(world, third)).status).toBe(409);
  expect(await turnsOf(date)).toEqual([]);
});

test('a changed window turns the days of every period from then on, of finalized ones too', async () => {
  const dates = { start_date: '2027-02-01', end_date: '2027-02-03' };
  const finalized = await openPeriod(world, { name: 'February', ...dates });
  for (const wish of [
    { start: '06:00', end: '09:00' },
    { start: '21:00', end: '22:00' },
  ]) {
    const shift = await asked(world, 'cleo', { period: finalized, date: '2027-02-02', ...wish });
    await approve(world, shift);
  }
  const force = { force: true, reason: 'Only one day matters.' };
  await world.as.ben.post(`/api/schedule-periods/${finalized}/finalize`, force);
  const later = { name: 'Night', start_time: '23:00', end_time: '23:30' };
  const effective_from = '2027-02-02';
  const { body } = await world.as.ben.post('/api/coverage-windows', { ...later, effective_from });
  const turned = ['2027-02-02 complete → partial'];
  expect(await turnsOf('2027-02-01', '2027-02-02', '2027-02-03')).toEqual([
    '2027-02-02 none → partial',
    '2027-02-02 partial → complete',
    ...turned,
  ]);
  const window = `/api/coverage-windows/${body.id}`;
  await world.as.ben.patch(window, { start_time: '21:30', end_time: '22:00', effective_from });
  const alerts = (await world.journal()).filter(({ event }) => event === 'coverage.alert');
  expect(alerts.at(-1)).toMatchObject({
    subject_id: finalized,
    data: { kind: 'turn', date: '2027-02-02', before: 'partial', after: 'complete' },
  });
  await world.as.ben.patch(window, { end_time: '22:30', effective_from });
  await world.as.ben.delete(window);
  expect((await turnsOf('2027-02-02')).slice(-2)).toEqual([
    '2027-02-02 complete → partial',
    '2027-02-02 partial → complete',
  ]);
});
