import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome, setPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
let shift: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
  shift = await asked(world, 'cleo', { period, date: '2026-12-01', notes: 'early bird' });
});

const read = (who: keyof World['as'], id = shift) => world.as[who].get(`/api/shifts/${id}`);

test('a stranger is asked to log in', async () => {
  const answer = await world.anyone.get(`/api/shifts/${shift}`);
  expect(outcome(answer)).toEqual([401, 'unauthenticated']);
});

test('for others of the team and for next door it is not there, like one that never was', async () => {
  const never = '0198c0de-0000-7000-8000-000000000000';
  const answers = [await read('dev'), await read('fay'), await read('ben', never)];
  expect(answers.map(outcome)).toEqual([
    [404, 'not_found'],
    [404, 'not_found'],
    [404, 'not_found'],
  ]);
  const [first, ...rest] = answers.map(({ body }) => ({ ...body, request_id: '' }));
  for (const other of rest) expect(other).toEqual(first);
});

test('its person sees it without admin notes, an admin with them', async () => {
  const own = await read('cleo');
  expect(own).toMatchObject({
    status: 200,
    body: { id: shift, notes: 'early bird', can: { approve: false, edit: true, cancel: true } },
  });
  expect(own.body).not.toHaveProperty('admin_notes');
  expect(own.headers.get('etag')).toBe('"1"');
  const seen = await read('ben');
  expect(seen.body).toMatchObject({
    admin_notes: '',
    can: { approve: true, reject: true, edit: true, cancel: true },
  });
});

test('what one may do with it follows its state', async () => {
  const can = async (who: keyof World['as']) => (await read(who)).body.can;
  const nothing = { approve: false, reject: false, edit: false, cancel: false };
  await approve(world, shift);
  expect(await can('cleo')).toEqual(nothing);
  expect(await can('ben')).toEqual({ ...nothing, edit: true, cancel: true });
  await setPeriod(world, period, 'FINALIZED');
  expect(await can('ben')).toEqual(nothing);
});

test('an id that is none is named', async () => {
  const answer = await read('ben', 'SHOUTED');
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors)).toEqual(['id']);
});
