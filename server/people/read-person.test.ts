import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('an admin reads anyone, with what they may do to them; others do not', async () => {
  const world = await openWorld();
  const read = (who: keyof typeof world.as, whom: keyof typeof world.ids) =>
    world.as[who].get(`/api/users/${world.ids[whom]}`);
  expect((await world.anyone.get(`/api/users/${world.ids.cleo}`)).status).toBe(401);
  expect(outcome(await read('cleo', 'cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await read('fay', 'cleo'))).toEqual([404, 'not_found']);
  const cleo = await read('ben', 'cleo');
  expect(cleo.headers.get('etag')).toBe('"1"');
  expect(cleo.body).toMatchObject({
    ...{ full_name: 'Cleo Marsh', state: 'active', role: 'member', weekly_hours_limit: 40 },
    ...{ time_zone: null, language: null, daily_hours_limit: null, rest_hours_min: null },
    can: { edit: true, deactivate: true, activate: false, send_password_reset: true },
  });
  expect((await read('ben', 'ada')).body.can).toMatchObject({ edit: false, deactivate: false });
  expect((await read('ada', 'ada')).body.can).toMatchObject({ edit: true, deactivate: false });
});
