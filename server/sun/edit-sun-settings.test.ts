import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

const path = '/api/sun-settings';
const london = { name: 'Regent’s Park', latitude: 51.5287, longitude: -0.1653 };
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('a stranger is asked to log in, a member may not change them', async () => {
  expect(outcome(await world.anyone.patch(path, london))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.patch(path, london))).toEqual([403, 'forbidden']);
});

describe('refused', () => {
  test.each([
    ['longitude', { latitude: 51 }],
    ['latitude', { longitude: 0 }],
    ['latitude', { asr_rule: 'hanafi' }],
    ['latitude', { latitude: 91, longitude: 0 }],
    ['method', { ...london, method: 'by_heart' }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await world.as.ada.patch(path, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });
});

test('an admin sets the place; it is journalled once, of nothing never; another organisation has its own', async () => {
  const rules = { method: 'moonsighting_committee', asr_rule: 'hanafi' };
  const answers = await Promise.all([
    world.as.ben.patch(path, { ...london, ...rules }),
    world.as.ada.patch(path, { ...london, ...rules }),
  ]);
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
    [200, 1],
    [200, 1],
  ]);
  const entries = (await world.journal()).filter(({ event }) => event === 'sun_place.updated');
  expect(entries).toMatchObject([
    { data: { changes: { latitude: { before: null, after: london.latitude } } } },
  ]);
  expect((await world.as.cleo.get(path)).body).toMatchObject({ ...london, ...rules, version: 1 });
  expect((await world.as.fay.get(path)).body).toMatchObject({ latitude: null, version: 0 });
});

test('a stale version is 412', async () => {
  const headers = { 'content-type': 'application/json', 'if-match': '"0"' };
  const body = JSON.stringify({ name: 'Elsewhere' });
  const answer = await world.as.ada.send('PATCH', path, { headers, body });
  expect(answer).toMatchObject({ status: 412, body: { code: 'version_stale', version: 1 } });
});
