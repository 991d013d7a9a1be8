import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { at, messagesOf, onDuty } from '../testing/reminder-steps.ts';
import { until } from '../testing/until.ts';

test('a worker that starts sends by itself what came due while none was there', async () => {
  const world = await openWorld();
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-02' });
  at(world, '2026-12-01T19:00:00Z');
  await world.anotherNode({ works: true });
  const sent = await until('the reminder is sent', async () => {
    const [message] = await messagesOf(world, reminder);
    return message?.status === 'sent';
  });
  expect(sent).toBe(true);
  const [seen] = (await world.as.ben.get(`/api/reminders?assignment=${assignment}`)).body;
  expect(seen).toMatchObject({ status: 'SENT' });
});
