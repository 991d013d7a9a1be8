import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const make = async (who: keyof World['as']): Promise<string> =>
  new URL((await world.as[who].post('/api/calendar/feed', {})).body.url).pathname;
const revoke = (who: keyof World['as']) => world.as[who].delete('/api/calendar/feed');
const revoked = async () =>
  (await world.journal()).filter(({ event }) => event === 'calendar_feed.revoked');

test('a stranger is asked to log in; without a feed there is nothing to revoke', async () => {
  expect(outcome(await world.anyone.delete('/api/calendar/feed'))).toEqual([
    ...[401, 'unauthenticated'],
  ]);
  expect(outcome(await revoke('cleo'))).toEqual([404, 'not_found']);
  expect(await revoked()).toEqual([]);
});

test('one’s own address is dead, the others live; journalled once', async () => {
  const [own, other] = [await make('cleo'), await make('dev')];
  const answers = await Promise.all([revoke('cleo'), revoke('cleo')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  expect((await world.anyone.get(own)).status).toBe(404);
  expect((await world.anyone.get(other)).status).toBe(200);
  expect(await revoked()).toMatchObject([
    { actor_id: world.ids.cleo, subject_id: world.ids.cleo, data: {} },
  ]);
});
