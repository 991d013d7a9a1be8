import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';
import { goAway, taken } from './testing.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const away = async (who: 'cleo' | 'dev' | 'eli', start_date: string) =>
  (await goAway(world, who, { start_date })).body.id as string;

test('stranger 401; another member and another organisation find nothing', async () => {
  const id = await away('cleo', '2026-12-01');
  expect((await world.anyone.delete(`/api/absences/${id}`)).status).toBe(401);
  for (const who of ['dev', 'fay'] as const) {
    expect(outcome(await world.as[who].delete(`/api/absences/${id}`))).toEqual([404, 'not_found']);
  }
  expect(await eventsOf(world, id)).toEqual(['absence.added']);
});

test('its time is free again: a shift in it can be approved; the entry stays', async () => {
  const id = await away('dev', '2026-12-03');
  const shift = await asked(world, 'dev', { period, date: '2026-12-03' });
  expect((await approve(world, shift)).status).toBe(409);
  const answer = await world.as.dev.delete(`/api/absences/${id}`);
  expect(answer).toMatchObject({ status: 200, body: { cancelled: true, can: { cancel: false } } });
  expect(await taken(world, world.ids.dev)).toEqual([]);
  expect((await approve(world, shift)).status).toBe(200);
  expect(await eventsOf(world, id)).toEqual(['absence.added', 'absence.cancelled']);
  expect(await world.sql('SELECT id FROM absence WHERE id = $1', [id])).toHaveLength(1);
});

test('an admin takes back what they or anyone entered; the person is told', async () => {
  const id = await away('eli', '2026-12-04');
  expect((await world.as.ben.delete(`/api/absences/${id}`)).status).toBe(200);
  expect((await world.messages()).at(-1)).toMatchObject({
    ...{ template: 'absence-cancelled', address: 'eli@harbour.example' },
  });
});

test('twice at once: one 200, one 409, once in the journal', async () => {
  const id = await away('cleo', '2026-12-08');
  const answers = await Promise.all(
    (['cleo', 'ben'] as const).map((who) => world.as[who].delete(`/api/absences/${id}`)),
  );
  expect(answers.map(outcome).sort()).toEqual([
    [200, undefined],
    [409, 'absence_cancelled'],
  ]);
  expect(await eventsOf(world, id)).toEqual(['absence.added', 'absence.cancelled']);
});

test('what is over stays', async () => {
  const id = await away('cleo', '2026-11-10');
  expect(outcome(await world.as.cleo.delete(`/api/absences/${id}`))).toEqual([409, 'absence_over']);
});
