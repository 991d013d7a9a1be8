import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('the times of some days, by the organisation’s clock, once it has a place', async () => {
  const world = await openWorld();
  const path = '/api/sun-times?from=2026-12-01';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  const nothing = { fajr: null, sunrise: null, dhuhr: null, asr: null, maghrib: null, isha: null };
  const unknown = [{ date: '2026-12-01', ...nothing }];
  expect((await world.as.cleo.get(path)).body).toEqual(unknown);

  const place = { latitude: 51.5287, longitude: -0.1653, method: 'moonsighting_committee' };
  await world.as.ada.patch('/api/sun-settings', place);
  const { body } = await world.as.cleo.get(`${path}&days=2`);
  expect(body.map(({ date }: { date: string }) => date)).toEqual(['2026-12-01', '2026-12-02']);
  expect(body[0]).toMatchObject({
    sunrise: { time: '07:44:00', next_day: false, at: '2026-12-01T07:44:00Z' },
    isha: { next_day: false },
  });
  expect((await world.as.cleo.get(`${path}&days=63`)).status).toBe(400);
  expect((await world.as.fay.get(path)).body).toEqual(unknown);
});
