import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toldTo } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
let day = 1;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});
beforeEach(() => {
  day += 1;
});

const path = '/api/me/quiet-hours';
const quiet = (who: keyof World['as'], from: string, until: string) =>
  world.as[who].put(path, { from, until });
const duesOf = (who: keyof World['as'], template: string) =>
  world.sql<{ due: string; waits: boolean }>(
    `SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS due, due_at > created_at AS waits
     FROM message WHERE person_id = $1 AND template = $2 ORDER BY id`,
    [world.ids[who], template],
  );
/** Cleo asks, Ben approves: she is told. */
async function tellCleo(date = `2026-12-${String(day).padStart(2, '0')}`) {
  await approve(world, await asked(world, 'cleo', { period, date }));
  return (await duesOf('cleo', 'shift-approved')).at(-1);
}

test('a stranger is asked to log in', async () => {
  const answer = await world.anyone.put(path, { from: '22:00', until: '07:00' });
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
});

test('times that are none, or the same, are refused', async () => {
  for (const until of ['24:00', '7', '22:00', '22:00:00']) {
    const answer = await quiet('cleo', '22:00', until);
    expect([until, answer.status, Object.keys(answer.body.errors)]).toEqual([
      until,
      400,
      ['until'],
    ]);
  }
  expect((await world.as.cleo.get('/api/me/notification-preferences')).body.quiet_hours).toBeNull();
});

// It is nine in the morning at Harbour Care.
test('told meanwhile: in the app at once, by mail when they end', async () => {
  expect((await quiet('cleo', '08:30', '10:15')).body.quiet_hours).toEqual({
    from: '08:30:00',
    until: '10:15:00',
  });
  expect(await tellCleo()).toEqual({ due: '2026-11-20 10:15', waits: true });
  expect((await toldTo(world, 'cleo'))[0]).toMatchObject({ kind: 'shift_decided' });
  const entry = (await world.journal()).find(({ event }) => event === 'preferences.updated');
  expect(entry?.data).toEqual({ quiet_hours: { from: '08:30:00', until: '10:15:00' } });
});

test('told at another time: at once', async () => {
  await quiet('cleo', '22:00', '07:00');
  expect(await tellCleo()).toMatchObject({ waits: false });
});

test('by the clock of the person’s own zone', async () => {
  await world.sql(`UPDATE person SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [world.ids.cleo]);
  await quiet('cleo', '17:00', '19:00');
  expect(await tellCleo()).toEqual({ due: '2026-11-20 10:00', waits: true });
  expect((await world.as.cleo.get('/api/me/notification-preferences')).body.time_zone).toBe(
    'Asia/Tokyo',
  );
  await world.sql(`UPDATE person SET time_zone = NULL WHERE id = $1`, [world.ids.cleo]);
});

describe('J-27', () => {
  test('never held past the shift itself: it goes at once', async () => {
    const today = await openPeriod(world, {
      ...{ name: 'Today', start_date: '2026-11-20', end_date: '2026-11-30' },
    });
    await quiet('cleo', '08:00', '16:00');
    const wish = { period: today, date: '2026-11-20', start: '14:00', end: '15:00' };
    await approve(world, await asked(world, 'cleo', wish));
    expect((await duesOf('cleo', 'shift-approved')).at(-1)).toMatchObject({ waits: false });
  });

  test('held while the shift is still ahead', async () => {
    await quiet('cleo', '08:00', '16:00');
    expect(await tellCleo()).toEqual({ due: '2026-11-20 16:00', waits: true });
  });
});

test('urgent kinds pass', async () => {
  await quiet('cleo', '00:01', '23:59');
  await world.anyone.post('/api/auth/password-reset', { email: 'cleo@harbour.example' });
  expect(await duesOf('cleo', 'reset-password')).toMatchObject([{ waits: false }]);
});

test('one who sleeps does not hold up the others', async () => {
  await quiet('ada', '08:00', '12:00');
  await asked(world, 'dev', { period, date: '2026-12-28' });
  expect((await duesOf('ada', 'shift-requested')).at(-1)).toMatchObject({ waits: true });
  expect((await duesOf('ben', 'shift-requested')).at(-1)).toMatchObject({ waits: false });
});
