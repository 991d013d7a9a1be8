import { beforeAll, describe, expect, test } from 'vitest';
import { outsiders, unlock } from '../testing/duty-steps.ts';
import { cleosPhone, openProviders, type Providers } from '../testing/providers.ts';
import {
  allEventsOf,
  at,
  deliver,
  messagesOf,
  onDuty,
  sweepAndDeliver,
} from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

let providers: Providers;
let world: Providers['world'];
let day = 1;
beforeAll(async () => {
  providers = await openProviders();
  world = providers.world;
  await world.as.ada.patch('/api/reminder-settings', { channels: ['whatsapp'] });
});

/** A reminder that WhatsApp refused: the number is not there. */
async function failed() {
  day += 1;
  at(world, `2026-12-${String(day).padStart(2, '0')}T12:00:00Z`);
  const made = await onDuty(world, { date: `2026-12-${String(day + 1).padStart(2, '0')}` });
  at(world, `2026-12-${String(day).padStart(2, '0')}T18:00:00Z`);
  providers.whatsApp.refuses.set(cleosPhone, 131026);
  await sweepAndDeliver(world);
  providers.whatsApp.refuses.clear();
  return { ...made, path: `/api/reminders/${made.reminder}/retry` };
}

test('strangers, members and other organisations may not', async () => {
  const { path } = await failed();
  expect(await outsiders(world, (as) => as.post(path))).toEqual([401, 403, 404]);
});

test('goes out once more, although the number was thought dead; then it is sent', async () => {
  const { reminder, path } = await failed();
  const before = (await world.as.ben.get(`/api/reminders/${reminder}`)).body;
  expect(before).toMatchObject({ status: 'FAILED', can: { retry: true, deal_with: true } });
  const answer = await world.as.ben.post(path);
  expect(answer).toMatchObject({
    status: 200,
    body: { status: 'PENDING', reason: '', can: { retry: false, deal_with: false } },
  });
  await deliver(world);
  const after = (await world.as.ben.get(`/api/reminders/${reminder}`)).body;
  expect(after).toMatchObject({
    status: 'SENT',
    channels: [{ channel: 'whatsapp', status: 'sent' }],
  });
  expect(after.log.map(({ outcome: came }: { outcome: string }) => came)).toEqual([
    'failed',
    'sent',
  ]);
  expect(await allEventsOf(world, reminder)).toEqual([
    ...['reminder.due', 'reminder.failed', 'reminder.retried', 'reminder.sent'],
  ]);
});

describe('refused', () => {
  test('what did not fail', async () => {
    const { reminder } = await onDuty(world, { date: '2027-01-20' });
    const answer = await world.as.ben.post(`/api/reminders/${reminder}/retry`);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'reminder_not_failed', reminder_status: 'PENDING' },
    });
  });

  test('what was cancelled', async () => {
    const { assignment, path } = await failed();
    await unlock(world, assignment);
    expect(outcome(await world.as.ben.post(path))).toEqual([409, 'reminder_not_failed']);
  });

  test('when the duty is over', async () => {
    const { path } = await failed();
    at(world, `2026-12-${String(day + 1).padStart(2, '0')}T20:00:00Z`);
    expect(outcome(await world.as.ben.post(path))).toEqual([409, 'duty_over']);
  });
});

test('twice at once: one goes, one is refused, one message more', async () => {
  const { reminder, path } = await failed();
  const answers = await Promise.all([world.as.ben.post(path), world.as.ada.post(path)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await messagesOf(world, reminder)).toHaveLength(2);
});
