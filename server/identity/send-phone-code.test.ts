import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { eventsAbout } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const send = (who: keyof World['as']) => world.as[who].post('/api/auth/me/phone-code', {});

test('a stranger is asked to log in; without a number there is none to text', async () => {
  expect((await world.anyone.post('/api/auth/me/phone-code', {})).status).toBe(401);
  expect(outcome(await send('cleo'))).toEqual([409, 'no_phone']);
});

test('goes to the number alone, at most once a minute, five times an hour; nothing stored is the code', async () => {
  await world.as.dev.patch('/api/auth/me', { phone_number: '+44 7700 900123' });
  const answers = await Promise.all([send('dev'), send('dev')]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const rows = await world.sql<{ channel: string; address: string; data: object }>(
    "SELECT channel, address, data FROM message WHERE template = 'phone-code'",
  );
  expect(rows).toMatchObject([{ channel: 'sms', address: '+447700900123' }]);
  expect(JSON.stringify(rows)).not.toMatch(/"\d{6}"/);
  const events = await eventsAbout(world, world.ids.dev);
  expect(events.filter((event) => event === 'phone.code_requested')).toHaveLength(1);
  const later = await Promise.all([1, 2, 3, 4].map(() => send('dev')));
  expect(later.map(({ status }) => status)).toContain(429);
});
