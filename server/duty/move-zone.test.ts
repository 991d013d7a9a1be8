import { beforeAll, expect, test } from 'vitest';
import { assigned, makeDutyType, makeRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { onDuty, reminderOf } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const dutyOf = async (id: string) => (await world.as.ben.get(`/api/duty-assignments/${id}`)).body;
const moveTo = (time_zone: string) => world.as.ada.patch('/api/organisation', { time_zone });

test('another zone: duties keep their clock, and their reminders the hour, by the new one', async () => {
  const { assignment } = await onDuty(world, { date: '2026-12-10' });
  expect((await moveTo('Asia/Kolkata')).status).toBe(200);
  world.logInAgain();
  expect(await dutyOf(assignment)).toMatchObject({
    ...{ start_time: '18:00:00', end_time: '20:00:00' },
    ...{ starts_at: '2026-12-10T12:30:00Z', ends_at: '2026-12-10T14:30:00Z' },
  });
  const [commitment] = await world.sql(
    'SELECT starts_at, zone FROM commitment WHERE source_id = $1',
    [assignment],
  );
  expect(commitment).toEqual({ starts_at: new Date('2026-12-10T12:30:00Z'), zone: 'Asia/Kolkata' });
  const reminder = await reminderOf(world, assignment);
  expect(reminder?.due_at.toISOString()).toBe('2026-12-09T12:30:00.000Z');
  const [own] = (await world.as.cleo.get('/api/duty-answers')).body;
  expect(own).toMatchObject({ start_time: '18:00:00', starts_at: '2026-12-10T12:30:00Z' });
  await moveTo('Europe/London');
  world.logInAgain();
});

test('what follows the sun keeps its instant, and has another time of the clock', async () => {
  await world.as.ada.patch('/api/sun-settings', { latitude: 51.5, longitude: -0.1 });
  const sun = { event: 'maghrib', offset_minutes: 0, minutes: 20 };
  const { assignment } = await onDuty(world, { date: '2026-12-12', sun });
  const before = await dutyOf(assignment);
  await moveTo('Europe/Paris');
  world.logInAgain();
  const after = await dutyOf(assignment);
  expect(after.starts_at).toBe(before.starts_at);
  const hour = (time: string) => Number(time.slice(0, 2));
  expect(hour(after.start_time)).toBe(hour(before.start_time) + 1);
  await moveTo('Europe/London');
  world.logInAgain();
});

test('refused where two duties of a person would meet, and where a shift stands', async () => {
  const sun = { event: 'maghrib', offset_minutes: 0, minutes: 20 };
  const [bySun, byClock] = [
    await makeDutyType(world, { sun }),
    await makeDutyType(world, { start_time: '16:40', end_time: '17:10' }),
  ];
  const roster = await makeRoster(world, [bySun, byClock]);
  await assigned(world, 'eli', { roster, duty: bySun, date: '2026-12-16' });
  await assigned(world, 'eli', { roster, duty: byClock, date: '2026-12-16' });
  const answer = await moveTo('Europe/Paris');
  expect(outcome(answer)).toEqual([409, 'zone_in_use']);
  expect((await world.as.ada.get('/api/organisation')).body.time_zone).toBe('Europe/London');
});
