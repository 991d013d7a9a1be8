import { beforeAll, expect, test } from 'vitest';
import { makeDutyType, makeRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning } from '../testing/registration-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const read = (code: string) => world.anyone.get(`/api/signup/${code}`);

test('whoever has the link sees what they sign up for, and nothing else', async () => {
  const clocked = await makeDutyType(world, { name: 'Doors', colour: '#aa5500' });
  const gone = await makeDutyType(world, { name: 'Long gone' });
  const roster = await makeRoster(world, [clocked, gone]);
  await world.as.ben.patch(`/api/duty-types/${gone}`, { active: false });
  const { code } = (await world.as.ben.post('/api/signup-links', { roster })).body;
  expect(await read(code)).toMatchObject({ status: 200 });
  expect((await read(code)).body).toEqual({
    ...{ organisation_name: 'Harbour Care', language: 'en', time_zone: 'Europe/London' },
    roster: { name: 'December 2026', start_date: '2026-12-01', end_date: '2026-12-31' },
    duty_types: [
      {
        ...{ id: clocked, name: 'Doors', start_time: '18:00:00', end_time: '20:00:00' },
        ...{ sun: null, colour: '#aa5500' },
      },
    ],
    ...{ closes_on: null, is_open: true },
  });
});

test('after its last day it says that it is closed', async () => {
  const { code } = await openSigning(world, { closes_on: '2026-11-19' });
  expect((await read(code)).body).toMatchObject({ is_open: false, closes_on: '2026-11-19' });
});

test('a code that leads nowhere, is no code, or whose roster is gone: 404 or 400', async () => {
  expect((await read('nowhere-at-all')).status).toBe(404);
  expect((await read('No')).status).toBe(400);
  const { code, roster } = await openSigning(world);
  await world.sql('UPDATE roster SET deleted_at = now() WHERE id = $1', [roster]);
  expect((await read(code)).status).toBe(404);
});

test('codes are not found by trying: 429', async () => {
  let last = 0;
  for (let i = 0; i < 40 && last !== 429; i += 1) last = (await read(`guess-${i}`)).status;
  expect(last).toBe(429);
});
