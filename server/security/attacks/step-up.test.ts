import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../../contract/platform/route.ts';
import * as contract from '../../../contract/routes.ts';
import { goodPassword } from '../../identity/testing.ts';
import { openWorld, type World } from '../../testing/open-world.ts';
import { validInput } from '../../testing/valid-input.ts';
import { someone } from '../testing.ts';

/** S-050: what a log-in of more than 15 minutes ago may not do, for every route that says so. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const fresh: Route[] = Object.values(contract as Record<string, Route>).filter((one) => one.fresh);

test('the keys to the house are among them', () => {
  expect(fresh.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['makeApiKey', 'disableSecondFactor', 'enrolSecondFactor']),
  );
});

describe('S-050', () => {
  test.each(fresh.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s: 401 confirm_password, and nothing is done',
    async (_, route) => {
      const nia = await someone(world);
      await world.sql(`UPDATE session SET confirmed_at = $1 WHERE person_id = $2`, [
        world.clock.now().subtract({ minutes: 15, seconds: 1 }).toString(),
        nia.id,
      ]);
      const path = `/api${route.path.replace(/:\w+/g, '01a1f000-0000-7000-8000-000000000000')}`;
      const init = route.body
        ? { body: JSON.stringify(validInput(route.body)) }
        : ({} as RequestInit);
      const headers = { 'content-type': 'application/json' };
      const send = () =>
        nia.client.send(route.method, path, route.body ? { ...init, headers } : init);
      const before = (await world.journal()).length;
      expect(await send()).toMatchObject({ status: 401, body: { code: 'confirm_password' } });
      expect(await world.journal()).toHaveLength(before);
      await nia.client.post('/api/auth/confirm-password', { password: goodPassword });
      expect((await send()).body.code).not.toBe('confirm_password');
    },
  );
});
