import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { at, onDuty, sweep } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

test('what has not got through yet, the next due first; what is on its way too', async () => {
  const world = await openWorld();
  const path = '/api/reminders/pending';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  const later = await onDuty(world, { date: '2026-12-09' });
  const sooner = await onDuty(world, { date: '2026-12-02' });
  const gone = await onDuty(world, { date: '2026-12-05' });
  await world.as.ben.post(`/api/duty-assignments/${gone.assignment}/unlock`, {
    reason: 'the hall is closed',
  });
  at(world, '2026-12-01T18:00:00Z');
  await sweep(world);
  const { body } = await world.as.ben.get(path);
  expect(body).toMatchObject([
    {
      ...{ id: sooner.reminder, queued_at: '2026-12-01T18:00:00Z' },
      channels: [{ channel: 'email', to: 'cleo@harbour.example', status: 'queued' }],
    },
    { id: later.reminder, queued_at: null, channels: [] },
  ]);
  const one = (await world.as.ben.get(`${path}?roster=${later.roster}`)).body;
  expect(one).toMatchObject([{ id: later.reminder }]);
  expect((await world.as.fay.get(path)).body).toEqual([]);
});
