import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from './testing/open-world.ts';
import { approve, asked, openPeriod } from './testing/rota-steps.ts';
import { openEar } from './testing/socket.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('J-04: whoever hears of a change finds it when they look, every time', async () => {
  const period = await openPeriod(world);
  const ear = await openEar(world, 'ada');
  const topic = `schedule:${period}`;
  ear.say({ type: 'subscribe', topic });
  await ear.hears(({ type }) => type === 'subscribed');
  const stale: string[] = [];
  for (let day = 1; day <= 25; day += 1) {
    const date = `2026-12-${String(day).padStart(2, '0')}`;
    const shift = await asked(world, 'cleo', { period, date, start: '06:00', end: '06:30' });
    const heard = ear.hears((event) => event.type === 'shift.approved' && event.shift.id === shift);
    const approving = approve(world, shift);
    await heard;
    const seen = await world.as.ada.get(`/api/shifts/${shift}`);
    if (seen.body.status !== 'APPROVED') stale.push(shift);
    expect((await approving).status).toBe(200);
  }
  expect(stale).toEqual([]);
  ear.close();
});
