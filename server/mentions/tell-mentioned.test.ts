import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { channelsTold, toldTo } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { ask, asked, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
let date: string;
let day = 0;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});
beforeEach(() => {
  day += 1;
  date = `2026-12-${String(day).padStart(2, '0')}`;
});

const mentions = async () =>
  (await world.journal()).filter(({ event }) => event === 'person.mentioned');
const mentionsOf = async (who: keyof World['as']) =>
  (await toldTo(world, who)).filter(({ kind }) => kind === 'mention');

test('notes of a request: who is mentioned is told, with the text and the day', async () => {
  await asked(world, 'cleo', { period, date, notes: 'With @Dev Patel or @eli, mail a@b.example' });
  const [told] = await mentionsOf('dev');
  expect(told).toMatchObject({
    title: 'Cleo Marsh mentions you on Cleo Marsh’s shift, Tue, 1 December 2026, 06:00–09:00',
    link: '/calendar/day/2026-12-01',
  });
  expect(await channelsTold(world, 'eli', 'mentioned')).toEqual(['email']);
  const entries = await mentions();
  expect(entries.map(({ subject_id }) => subject_id).sort()).toEqual(
    [world.ids.dev, world.ids.eli].sort(),
  );
  expect(entries[0]).toMatchObject({ actor_id: world.ids.cleo });
  const causes = await world.sql(
    `SELECT DISTINCT c.event FROM journal j JOIN journal c ON c.id = j.cause_id WHERE j.event = 'person.mentioned'`,
  );
  expect(causes).toEqual([{ event: 'shift.requested' }]);
});

test('changed notes: only who was not mentioned before', async () => {
  const shift = await asked(world, 'cleo', { period, date, notes: '@Dev Patel' });
  const before = (await mentions()).length;
  await world.as.cleo.patch(`/api/shifts/${shift}`, { notes: '@Dev Patel, @Ben Lindqvist' });
  expect((await mentions()).slice(before)).toMatchObject([{ subject_id: world.ids.ben }]);
  await world.as.cleo.patch(`/api/shifts/${shift}`, { start_time: '07:00' });
  expect(await mentions()).toHaveLength(before + 1);
});

test('the reason of a refusal', async () => {
  const shift = await asked(world, 'cleo', { period, date });
  const before = (await mentionsOf('dev')).length;
  await world.as.ben.post(`/api/shifts/${shift}/reject`, {
    rejected_reason: '@Dev Patel has that day',
  });
  expect(await mentionsOf('dev')).toHaveLength(before + 1);
});

describe('nobody is told', () => {
  test('of what they write themselves, of a neighbour, or deactivated', async () => {
    const before = (await mentions()).length;
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.eli]);
    await asked(world, 'cleo', { period, date, notes: '@Cleo Marsh @Fay @Gus Weber @eli' });
    expect(await mentions()).toHaveLength(before);
  });

  test('of what was refused', async () => {
    await asked(world, 'cleo', { period, date });
    const before = (await mentions()).length;
    const answer = await ask(world, 'cleo', { period, date, notes: '@Dev Patel' });
    expect(answer.status).toBe(409);
    expect(await mentions()).toHaveLength(before);
  });
});
