import { expect, test } from 'vitest';
import { unlock } from '../testing/duty-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { at, onDuty } from '../testing/reminder-steps.ts';
import { outcome } from '../testing/rota-steps.ts';

test('one’s own that are not over, the next first; nobody else’s, none that was taken off', async () => {
  const world = await openWorld();
  const path = '/api/duty-answers';
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  const later = await onDuty(world, { date: '2026-12-09' });
  const sooner = await onDuty(world, { date: '2026-12-02' });
  const off = await onDuty(world, { date: '2026-12-05' });
  await onDuty(world, { who: 'dev', date: '2026-12-03' });
  await unlock(world, off.assignment);
  const own = async () => (await world.as.cleo.get(path)).body;
  expect(await own()).toMatchObject([
    {
      ...{ assignment: sooner.assignment, date: '2026-12-02', start_time: '18:00:00' },
      ...{ due_at: '2026-12-01T18:00:00Z', answer: null, can: { answer: true } },
    },
    { assignment: later.assignment },
  ]);
  at(world, '2026-12-02T18:30:00Z');
  expect(await own()).toMatchObject([{ can: { answer: false } }, { can: { answer: true } }]);
  at(world, '2026-12-02T20:00:00Z');
  expect(await own()).toMatchObject([{ assignment: later.assignment }]);
  expect((await world.as.fay.get(path)).body).toEqual([]);
});
