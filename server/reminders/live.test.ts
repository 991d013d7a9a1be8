import { expect, test } from 'vitest';
import { unlock } from '../testing/duty-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { at, onDuty, sweepAndDeliver } from '../testing/reminder-steps.ts';
import { openEar } from '../testing/socket.ts';

test('who looks after reminders hears of each as it is made, goes out, is answered and cancelled; a member does not', async () => {
  const world = await openWorld();
  const topic = 'reminders';
  const refused = await openEar(world, 'cleo');
  refused.say({ type: 'subscribe', topic });
  expect(await refused.hears(({ type }) => type === 'error')).toMatchObject({ topic });
  refused.close();

  const made = await onDuty(world, { date: '2026-12-02' });
  at(world, '2026-12-01T18:00:00Z');
  const ben = await openEar(world, 'ben');
  ben.say({ type: 'subscribe', topic });
  await ben.hears(({ type }) => type === 'subscribed');
  const second = await onDuty(world, { date: '2026-12-05' });
  await ben.hears(({ type }) => type === 'duty.assigned');
  await sweepAndDeliver(world);
  for (const type of ['reminder.due', 'reminder.sent']) {
    const heard = await ben.hears((message) => message.type === type);
    expect(heard).toMatchObject({
      topic,
      reminder: { id: made.reminder, person_name: 'Cleo Marsh' },
    });
  }
  const answer = { answer: 'no', note: 'ill' };
  await world.as.cleo.post(`/api/duty-assignments/${made.assignment}/answer`, answer);
  expect(await ben.hears(({ type }) => type === 'duty.answered')).toMatchObject({
    ...{
      answer: 'no',
      note: 'ill',
      message: expect.stringMatching(/^Cleo Marsh on Duty .*: I can’t$/),
    },
  });
  await unlock(world, second.assignment);
  await ben.hears(({ type }) => type === 'duty.unlocked');
  ben.close();
});
