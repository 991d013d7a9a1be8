import { beforeAll, expect, test } from 'vitest';
import { addedResource, book, booked } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const edit = (who: keyof World['as'], id: string, body: object, headers = {}) =>
  world.as[who].patch(`/api/resources/${id}`, body, headers);

test('a stranger, a member, another organisation: refused', async () => {
  const id = await addedResource(world, 'Court');
  expect((await world.anyone.patch(`/api/resources/${id}`, {})).status).toBe(401);
  expect(outcome(await edit('cleo', id, {}))).toEqual([403, 'forbidden']);
  expect(outcome(await edit('fay', id, { name: 'Mine' }))).toEqual([404, 'not_found']);
});

test('what is named changes, null goes back to the organisation’s; what changed is journalled', async () => {
  const id = await addedResource(world, 'Hall', {
    settings: { hold_hours: 4, stay_minutes_max: 90 },
  });
  const body = { name: 'Great hall', price: { per_hour: 900, currency: 'EUR' } };
  const settings = { hold_hours: null, business_end_time: '23:00' };
  const answer = await edit('ben', id, { ...body, settings });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ ...body, version: 2 },
      own_settings: { hold_hours: null, stay_minutes_max: 90, business_end_time: '23:00:00' },
      settings: { hold_hours: 48, stay_minutes_max: 90 },
    },
  });
  expect((await world.journal()).at(-1)?.data).toMatchObject({
    changes: {
      name: { before: 'Hall', after: 'Great hall' },
      hold_hours: { before: 4, after: null },
      price_per_hour: { before: null, after: 900 },
    },
  });
  const free = await edit('ben', id, { price: null });
  expect(free.body).toMatchObject({ price: null, version: 3 });
  expect((await edit('ben', id, { price: null })).body.version).toBe(3);
  expect(await eventsOf(world, id)).toEqual([
    ...['resource.created', 'resource.updated', 'resource.updated'],
  ]);
});

test('more capacity at once; less leaves what is booked, and takes no more', async () => {
  const id = await addedResource(world, 'Desks');
  const wish = { resource: id };
  await booked(world, 'cleo', wish);
  expect((await book(world, 'dev', wish)).status).toBe(409);
  await edit('ben', id, { capacity: 3 });
  await booked(world, 'dev', wish);
  await booked(world, 'eli', wish);
  await edit('ben', id, { capacity: 1 });
  const there = await world.as.ben.get(`/api/reservations?resource=${id}&status=CONFIRMED`);
  expect(there.body).toHaveLength(3);
  expect(outcome(await book(world, 'ada', wish))).toEqual([409, 'reservation_taken']);
});

test('refusals: a name that is taken, contradictions, another version', async () => {
  const id = await addedResource(world, 'One');
  await addedResource(world, 'Other');
  expect(outcome(await edit('ben', id, { name: 'other' }))).toEqual([409, 'resource_name_taken']);
  const odd = await edit('ben', id, { settings: { business_end_time: '06:00' } });
  expect(odd.body.errors).toMatchObject({ business_end_time: expect.anything() });
  const stale = await edit('ben', id, { name: 'New' }, { 'if-match': '"4"' });
  expect(outcome(stale)).toEqual([412, 'version_stale']);
});

test('two who have read the same version: one 200, one 412', async () => {
  const id = await addedResource(world, 'Shared');
  const ifMatch = { 'if-match': '"1"' };
  const answers = await Promise.all([
    edit('ben', id, { capacity: 2 }, ifMatch),
    edit('ada', id, { capacity: 3 }, ifMatch),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
