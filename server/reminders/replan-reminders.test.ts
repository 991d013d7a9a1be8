import { beforeAll, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { tenantById } from '../platform/tenant.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  assignmentOf,
  at,
  change,
  harbourOf,
  onDuty,
  reminderOf,
  sweep,
} from '../testing/reminder-steps.ts';
import { planReminders } from './plan-reminder.ts';
import { replanReminders, replanStale } from './replan-reminders.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const dueOf = async (assignment: string) =>
  (await reminderOf(world, assignment))?.due_at.toISOString();

test('J-24: planned with other time-zone data they are planned anew, none twice, none that went out', async () => {
  const { assignment } = await onDuty(world, { date: '2026-12-10' });
  const gone = await onDuty(world, { date: '2026-12-02' });
  at(world, '2026-12-01T18:00:00Z');
  await sweep(world);
  await world.sql(
    "UPDATE reminder SET tz_version = '1999a', due_at = due_at + interval '1 hour' WHERE true",
  );
  await replanStale(world.program.app);
  expect(await dueOf(assignment)).toBe('2026-12-09T18:00:00.000Z');
  expect(await dueOf(gone.assignment)).toBe('2026-12-01T19:00:00.000Z');
  const rows = await world.sql('SELECT id FROM reminder WHERE assignment_id = $1', [assignment]);
  expect(rows).toHaveLength(1);
});

test('planned for another zone than the organisation’s: planned anew', async () => {
  const { assignment } = await onDuty(world, { date: '2026-12-20' });
  await world.sql(
    "UPDATE reminder SET zone = 'Asia/Kolkata', due_at = '2026-12-19T12:30Z' WHERE assignment_id = $1",
    [assignment],
  );
  await replanStale(world.program.app);
  expect(await dueOf(assignment)).toBe('2026-12-19T18:00:00.000Z');
});

test('another zone moves what waits, each by the clocks of its own date', async () => {
  const many = ['2027-03-14', '2027-03-15', '2027-07-01'].map((date) =>
    assignmentOf(world, { date, startsAt: `${date}T18:00:00Z`, endsAt: `${date}T20:00:00Z` }),
  );
  await change(world, (tx) => planReminders(tx, many));
  await change(world, (tx) => replanReminders(tx, 'America/New_York'));
  const dues = await Promise.all(many.map(({ id }) => dueOf(id)));
  expect(dues).toEqual([
    '2027-03-13T23:00:00.000Z',
    '2027-03-14T22:00:00.000Z',
    '2027-06-30T22:00:00.000Z',
  ]);
  await replanStale(world.program.app);
  expect(await dueOf(many[0]?.id ?? '')).toBe('2027-03-13T18:00:00.000Z');
});

test('planned beside a change of the hour: none keeps the hour of before', async () => {
  const { app } = world.program;
  const tenant = await tenantById(app, await harbourOf(world));
  for (const [n, time] of ['17:00', '19:00', '17:00', '19:00'].entries()) {
    const date = `2027-01-1${n}`;
    const own = assignmentOf(world, {
      date,
      startsAt: `${date}T18:00:00Z`,
      endsAt: `${date}T20:00:00Z`,
    });
    await Promise.all([
      write(app, tenant, {}, (tx) => planReminders(tx, [own])),
      world.as.ada.patch('/api/reminder-settings', { time }),
    ]);
    expect(await dueOf(own.id)).toBe(`2027-01-${n === 0 ? '09' : `1${n - 1}`}T${time}:00.000Z`);
  }
});
