import { expect, test } from 'vitest';
import { does, held, offered } from '../testing/offer-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

type Heard = { type: string; topic?: string; offer?: { id: string }; shift?: { notes?: string } };

test('offers are told live to those who see them, and the swap to the whole schedule', async () => {
  const world = await openWorld();
  const period = await openPeriod(world);
  const one = await held(world, 'cleo', { period, date: '2026-12-01' });
  const all = await held(world, 'cleo', { period, date: '2026-12-02' });
  const [dev, eli, ben] = await Promise.all(
    ['dev', 'eli', 'ben'].map(async (who) => {
      const ear = await openEar(world, who);
      for (const topic of [`schedule:${period}`, 'organisation']) {
        ear.say({ type: 'subscribe', topic });
        await ear.hears((message) => message.type === 'subscribed' && message.topic === topic);
      }
      return ear;
    }),
  );
  if (!dev || !eli || !ben) throw new Error('three listen');
  const about = (id: string, type: string) => (message: Heard) =>
    message.offer?.id === id && message.type === type;

  const toDev = await offered(world, 'cleo', one, { to: world.ids.dev });
  const toAll = await offered(world, 'cleo', all);
  for (const ear of [dev, ben]) await ear.hears(about(toDev, 'shift.offered'));
  await eli.hears(
    (message) => about(toAll, 'shift.offered')(message) && message.topic === 'organisation',
  );
  await does(world, 'dev', 'take', toDev);
  await ben.hears(about(toDev, 'offer.taken'));
  await does(world, 'ben', 'approve', toDev);
  const swapped = await eli.hears((message: Heard) => message.type === 'shift.swapped');
  expect(swapped.shift).toMatchObject({ id: one, pa_id: world.ids.dev });
  expect(swapped.shift).not.toHaveProperty('notes');
  expect(eli.heard.filter((message: Heard) => message.offer?.id === toDev)).toEqual([]);
  for (const ear of [dev, eli, ben]) ear.close();
});
