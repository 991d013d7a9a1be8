import { beforeAll, expect, test } from 'vitest';
import { does, held, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod, outcome } from '../testing/rota-steps.ts';
import { expireOffers } from './expire-offers.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const written = async (id: string) => {
  const rows = await world.sql<{ state: string }>('SELECT state FROM shift_offer WHERE id = $1', [
    id,
  ]);
  return rows[0]?.state;
};
const events = async (id: string) => {
  const rows = await world.sql<{ event: string; actor_id: string | null }>(
    'SELECT event, actor_id FROM journal WHERE subject_id = $1 ORDER BY seq',
    [id],
  );
  return rows.map((row) => [row.event, row.actor_id]);
};

test('what has expired is written down and told once, however many sweep', async () => {
  const kept = await offered(
    world,
    'dev',
    await held(world, 'dev', { period, date: '2026-12-02' }),
  );
  const shift = await held(world, 'cleo', { period });
  const id = await offered(world, 'cleo', shift);
  expect(await expireOffers(world.program.app)).toBe(0);
  await world.as.ben.patch(`/api/shifts/${shift}`, { notes: 'bring keys' });
  expect(await written(id)).toBe('OPEN');
  expect((await world.as.dev.get(`/api/shift-offers/${id}`)).body.state).toBe('EXPIRED');
  const sweeps = await Promise.all([1, 2, 3].map(() => expireOffers(world.program.app)));
  expect(sweeps.sort()).toEqual([0, 0, 1]);
  expect(await written(id)).toBe('EXPIRED');
  expect(await events(id)).toEqual([['offer.expired', null]]);
  expect(await written(kept)).toBe('OPEN');
});

test('a shift that begins ends its offer, at that minute', async () => {
  const today = { start_date: '2026-11-20', end_date: '2026-11-20' };
  const friday = await openPeriod(world, { name: 'Today', ...today });
  const soon = { period: friday, date: '2026-11-20', start: '09:05', end: '12:00' };
  const id = await offered(world, 'eli', await held(world, 'eli', soon));
  await does(world, 'cleo', 'take', id);
  world.clock.advance({ minutes: 4, seconds: 59 });
  expect((await world.as.eli.get(`/api/shift-offers/${id}`)).body.state).toBe('TAKEN');
  world.clock.advance({ seconds: 1 });
  expect((await world.as.eli.get(`/api/shift-offers/${id}`)).body.state).toBe('EXPIRED');
  expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'offer_expired']);
  await expireOffers(world.program.app);
  expect(await written(id)).toBe('EXPIRED');
});
