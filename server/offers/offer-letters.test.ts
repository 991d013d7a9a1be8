import { expect, test } from 'vitest';
import { does, held, offered } from '../testing/offer-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';

test('letters say who, which shift, for what and why', async () => {
  const world = await openWorld();
  const period = await openPeriod(world);
  const shiftOf = (who: 'cleo' | 'dev', date: string) => held(world, who, { period, date });
  const theirs = await shiftOf('dev', '2026-12-02');
  const exchange = await offered(world, 'cleo', await shiftOf('cleo', '2026-12-01'), {
    to: world.ids.dev,
    exchange_for: theirs,
    message: 'Exam <b>that</b> day',
  });
  await does(world, 'dev', 'take', exchange);
  await does(world, 'ben', 'approve', exchange);
  const second = await offered(world, 'cleo', await shiftOf('cleo', '2026-12-03'));
  await does(world, 'dev', 'take', second);
  await does(world, 'ben', 'decline', second, { reason: 'Dev is new here' });
  const third = await offered(world, 'cleo', await shiftOf('cleo', '2026-12-04'));
  await does(world, 'dev', 'take', third);
  await does(world, 'dev', 'refuse', third);

  const { body } = await world.as.ben.get('/api/mailbox?limit=100');
  const read = async (to: string, subject: RegExp) => {
    const found = body.find(
      (one: { to: string; subject: string }) =>
        one.to === `${to}@harbour.example` && subject.test(one.subject),
    );
    return (await world.as.ben.get(`/api/mailbox/${found?.id}`)).body;
  };
  const made = await read('dev', /^Cleo Marsh offers you Tue,? 1 December 2026, 06:00–09:00$/);
  expect(made.text).toContain('In exchange for: Wed');
  expect(made.text).toContain('Message: Exam <b>that</b> day');
  expect(made.html).not.toContain('<b>that');
  expect((await read('ada', /^To approve: Dev .* takes Tue/)).text).toContain('Cleo Marsh');
  for (const both of ['cleo', 'dev']) {
    expect((await read(both, /^Done: Dev .* has Tue/)).text).toContain('have exchanged');
    expect((await read(both, /^Declined: Thu.* stays with Cleo/)).text).toContain(
      'Reason: Dev is new here',
    );
  }
  expect((await read('cleo', /^Dev .* does not take Fri/)).text).toContain('and on offer');
});
