import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

const path = '/api/organisation';
let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const updates = async () =>
  (await world.journal()).filter(({ event }) => event === 'organisation.updated');

test('a stranger is asked to log in, a member may not', async () => {
  expect(outcome(await world.anyone.patch(path, { name: 'X' }))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.patch(path, { name: 'X' }))).toEqual([403, 'forbidden']);
  expect((await world.as.fay.get(path)).body.name).toBe('Foyle Street');
});

test('an admin changes what they name; the change is journalled once, of nothing never', async () => {
  const before = await updates();
  const change = {
    ...{ name: 'Harbour Care North', locale: 'EN-gb', time_zone: 'europe/dublin' },
    ...{ week_start: 7, second_calendar: 'misri', second_calendar_offset: -1 },
  };
  const { status, body, headers } = await world.as.ben.patch(path, change);
  expect(status).toBe(200);
  expect(body).toMatchObject({ ...change, locale: 'en-GB', time_zone: 'Europe/Dublin' });
  expect(headers.get('etag')).toBe('"2"');
  expect((await world.as.ben.patch(path, change)).body.version).toBe(2);
  expect((await updates()).slice(before.length)).toMatchObject([
    {
      actor_id: world.ids.ben,
      data: {
        changes: {
          name: { before: 'Harbour Care', after: 'Harbour Care North' },
          week_start: { before: 1, after: 7 },
        },
      },
    },
  ]);
  expect((await world.as.cleo.get('/api/auth/me')).body.organisation).toMatchObject({
    name: 'Harbour Care North',
    time_zone: 'Europe/Dublin',
  });
  await world.as.ben.patch(path, { time_zone: 'Europe/London' });
});

describe('refused', () => {
  test.each([
    ['time_zone', { time_zone: 'Mars/Olympus' }],
    ['time_zone', { time_zone: '+01:00' }],
    ['locale', { locale: 'english please' }],
    ['locale', { locale: 'tlh-x' }],
    ['slug', { slug: 'Harbour Care' }],
    ['slug', { slug: '-x' }],
    ['week_start', { week_start: 8 }],
    ['second_calendar', { second_calendar: 'maya' }],
    ['second_calendar_offset', { second_calendar_offset: 3 }],
    ['systems.0', { systems: ['payroll'] }],
    ['systems', { systems: ['rota', 'rota'] }],
    ['join_code', { join_code: 'A' }],
    ['id', { id: world?.ids.ada ?? '' }],
  ])('400 on %s: %o', async (field, body) => {
    const answer = await world.as.ada.patch(path, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual([field]);
  });

  test('the slug of another organisation', async () => {
    const answer = await world.as.ada.patch(path, { slug: 'foyle-street' });
    expect(outcome(answer)).toEqual([409, 'slug_taken']);
    expect((await world.as.ada.patch(path, { slug: 'harbour' })).body.slug).toBe('harbour');
  });

  test('what someone else has changed since it was read', async () => {
    const { version } = (await world.as.ada.get(path)).body;
    const etag = { 'if-match': `"${version}"` };
    expect((await world.as.ben.patch(path, { week_start: 1 }, etag)).status).toBe(200);
    expect(outcome(await world.as.ada.patch(path, { week_start: 6 }, etag))).toEqual([
      412,
      'version_stale',
    ]);
  });

  test('another zone while people are committed by the clocks of this one', async () => {
    const shift = await asked(world, 'cleo', { period: await openPeriod(world) });
    await approve(world, shift);
    const answer = await world.as.ada.patch(path, { time_zone: 'Asia/Tokyo', name: 'Tokyo' });
    expect(outcome(answer)).toEqual([409, 'zone_in_use']);
    expect(answer.body).toMatchObject({ commitments_ahead: 1 });
    expect((await world.as.ada.get(path)).body.name).not.toBe('Tokyo');
    await world.as.ben.delete(`/api/shifts/${shift}`);
    expect((await world.as.ada.patch(path, { time_zone: 'Asia/Tokyo' })).status).toBe(200);
  });
});

test('two at once on one version: one change, one 412', async () => {
  const { version } = (await world.as.ada.get(path)).body;
  const etag = { 'if-match': `"${version}"` };
  const answers = await Promise.all([
    world.as.ada.patch(path, { name: 'One' }, etag),
    world.as.ben.patch(path, { name: 'Two' }, etag),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
