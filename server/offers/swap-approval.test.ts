import { beforeAll, beforeEach, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import { does, held, holderOf, offered } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});
beforeEach(async () => {
  await world.sql('UPDATE approval_rule SET deleted_at = now() WHERE subject = $1', ['swap']);
});

const saturday = { window: { weekdays: [5], start_time: '00:00', end_time: '00:00' } };

test('no rule: taking it does it; a rule that matches: it waits, and everyone sees why', async () => {
  const free = await held(world, 'cleo', { period, date: '2026-12-03' });
  const busy = await held(world, 'cleo', { period, date: '2026-12-05' });
  const rule = await addRule(world, { subject: 'swap', name: 'Saturdays', conditions: saturday });
  const atOnce = await does(world, 'dev', 'take', await offered(world, 'cleo', free));
  expect(atOnce.body).toMatchObject({ state: 'DONE', approval_reasons: [] });
  expect(await holderOf(world, free)).toBe('dev');

  const reasons = [
    { id: rule.body.id, name: 'Saturdays', detail: 'Saturdays: it reaches into Saturday all day.' },
  ];
  const offer = await offered(world, 'cleo', busy);
  const seen = await world.as.dev.get(`/api/shift-offers/${offer}`);
  expect(seen.body).toMatchObject({ can: { take: true }, approval_reasons: reasons });
  const taken = await does(world, 'dev', 'take', offer);
  expect(taken.body).toMatchObject({ state: 'TAKEN', approval_reasons: reasons });
  expect(await holderOf(world, busy)).toBe('cleo');
  expect((await does(world, 'ben', 'approve', offer)).body.state).toBe('DONE');
  expect(await holderOf(world, busy)).toBe('dev');
});

test('in an exchange each turn is looked at, and hours without what is given', async () => {
  const mine = await held(world, 'cleo', { period, date: '2026-12-08' });
  const theirs = await held(world, 'dev', { period, date: '2026-12-12' });
  await addRule(world, { subject: 'swap', conditions: saturday });
  const exchange = { to: world.ids.dev, exchange_for: theirs };
  const offer = await offered(world, 'cleo', mine, exchange);
  expect((await does(world, 'dev', 'take', offer)).body.state).toBe('TAKEN');
  await does(world, 'ben', 'decline', offer);

  await world.sql('UPDATE approval_rule SET deleted_at = now() WHERE subject = $1', ['swap']);
  const hours = { hours: { over_minutes: 180, per: 'week' } };
  await addRule(world, { subject: 'swap', conditions: hours });
  const again = await offered(world, 'cleo', mine, exchange);
  expect((await does(world, 'dev', 'take', again)).body.state).toBe('DONE');
});
