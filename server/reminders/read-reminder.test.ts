import { expect, test } from 'vitest';
import { outsiders } from '../testing/duty-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { at, onDuty, sweepAndDeliver } from '../testing/reminder-steps.ts';

test('one reminder, and its log once it went out', async () => {
  const world = await openWorld();
  const { reminder } = await onDuty(world);
  const path = `/api/reminders/${reminder}`;
  expect(await outsiders(world, (as) => as.get(path))).toEqual([401, 403, 404]);
  expect((await world.as.ben.get(path)).body).toMatchObject({ status: 'PENDING', log: [] });
  at(world, '2026-12-01T18:00:00Z');
  await sweepAndDeliver(world);
  expect((await world.as.ben.get(path)).body).toMatchObject({
    ...{ status: 'SENT', sent_at: '2026-12-01T18:00:00Z', queued_at: '2026-12-01T18:00:00Z' },
    channels: [{ channel: 'email', to: 'cleo@harbour.example', status: 'sent' }],
    log: [
      {
        ...{
          channel: 'email',
          attempt: 1,
          at: '2026-12-01T18:00:00Z',
          outcome: 'sent',
          code: null,
        },
        ...{ to: 'cleo@harbour.example', answer: 'kept in the built-in mailbox' },
        ...{ delivered_at: null, read_at: null, failed_at: null },
      },
    ],
  });
});
