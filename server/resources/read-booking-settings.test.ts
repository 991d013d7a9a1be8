import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const path = '/api/reservations/admin/settings';

test('as usual until someone says otherwise; for admins', async () => {
  expect((await world.anyone.get(path)).status).toBe(401);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  const answer = await world.as.ben.get(`${path}/`);
  expect(answer.body).toEqual({
    ...{ business_start_time: '07:00:00', business_end_time: '19:00:00' },
    ...{ slot_duration_minutes: 60, send_confirmation_emails: true, days_ahead_max: 365 },
    ...{ stay_minutes_min: 5, stay_minutes_max: 720, live_reservations_max: null },
    ...{ weekly_hours_max: null, hold_hours: 48, version: 0 },
  });
});
