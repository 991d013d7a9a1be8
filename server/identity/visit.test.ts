import { beforeAll, describe, expect, test, vi } from 'vitest';
import { clientOf } from '../testing/client.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod, outcome } from '../testing/rota-steps.ts';
import { accessOf, openEar } from '../testing/socket.ts';
import { until } from '../testing/until.ts';

/** Gus is a member at Foyle Street, where he logs in, and an admin at Harbour Care. */
const there = { 'x-organisation': 'harbour-care' };
const me = '/api/auth/me';
let world: World;
let gus: string;
beforeAll(async () => {
  world = await openWorld();
  const body = { email: 'gus@foyle.example', full_name: 'Gus Weber', role: 'admin' };
  gus = (await world.as.ada.post('/api/users', body)).body.id;
  await world.sql("UPDATE person SET active = true, standing = 'in' WHERE id = $1", [gus]);
});

const asGus = async () => {
  const token = await accessOf(world, 'gus');
  return { token, client: clientOf(world.origin, async () => token) };
};

describe('the header takes a person into another organisation of theirs', () => {
  test.each(['slug', 'id'] as const)('by %s', async (by) => {
    const { organisation } = (await world.as.ada.get(me)).body;
    const { body } = await world.as.gus.get(me, { 'x-organisation': organisation[by] });
    expect(body).toMatchObject({ id: gus, role: 'admin', organisation: { slug: 'harbour-care' } });
    expect((await world.as.gus.get(me)).body).toMatchObject({ id: world.ids.gus, role: 'member' });
  });

  test('they see and write that one alone, as who they are there', async () => {
    expect((await world.as.gus.get('/api/users', there)).body.length).toBeGreaterThan(4);
    expect(outcome(await world.as.gus.get('/api/users'))).toEqual([403, 'forbidden']);
    const dates = { name: 'May', start_date: '2027-05-01', end_date: '2027-05-31' };
    const period = await world.as.gus.post('/api/schedule-periods', dates, there);
    expect(period.status).toBe(201);
    const entry = (await world.journal()).findLast(({ event }) => event === 'period.created');
    expect(entry).toMatchObject({ actor_id: gus, subject_id: period.body.id });
    const path = `/api/schedule-periods/${period.body.id}`;
    expect(outcome(await world.as.gus.get(path))).toEqual([404, 'not_found']);
    expect((await world.as.gus.get(path, there)).status).toBe(200);
  });

  test.each(['harbour-care', 'nowhere', '', "' OR 1=1 --", '01a1f000-0000-7000-8000-000000000000'])(
    'nobody gets into one that is not theirs: %s',
    async (organisation) => {
      const answer = await world.as.fay.get(me, { 'x-organisation': organisation });
      expect(outcome(answer)).toEqual([403, 'not_a_member']);
      expect(answer.body.detail).toBe('You belong to no organisation of this name.');
    },
  );

  test('the database is asked at most once a second', async () => {
    await world.as.gus.get('/api/shifts', there);
    const connect = vi.spyOn(world.program.app.systemPool, 'connect');
    await world.as.gus.get('/api/shifts', there);
    expect(connect).not.toHaveBeenCalled();
    connect.mockRestore();
  });
});

describe('it ends', () => {
  test('when they are deactivated there, on this node at once; at home they stay', async () => {
    const { client } = await asGus();
    expect((await client.get(me, there)).status).toBe(200);
    await world.sql('UPDATE person SET active = false WHERE id = $1', [gus]);
    world.clock.advance({ seconds: 1 });
    expect(outcome(await client.get(me, there))).toEqual([403, 'not_a_member']);
    expect((await client.get(me)).status).toBe(200);
    await world.sql('UPDATE person SET active = true WHERE id = $1', [gus]);
  });

  test('with the session, wherever the person is when they log out', async () => {
    const { client, token } = await asGus();
    const ear = await openEar(world);
    ear.say({ type: 'authenticate', token, organisation: 'harbour-care' });
    await ear.hears(({ type }) => type === 'ready');
    expect((await client.post('/api/auth/logout', {}, there)).status).toBe(200);
    expect(await ear.closed).toBe(4401);
    expect(outcome(await client.get(me))).toEqual([401, 'token_invalid']);
    expect(outcome(await client.get(me, there))).toEqual([401, 'token_invalid']);
  });
});

describe('sockets follow', () => {
  test('they hear the organisation they are in, and nothing of the one they came from', async () => {
    const { token } = await asGus();
    const ear = await openEar(world);
    ear.say({ type: 'authenticate', token, organisation: 'harbour-care' });
    const ready = await ear.hears(({ type }) => type === 'ready');
    expect(ready.person).toBe(gus);
    ear.say({ type: 'subscribe', topic: 'organisation' });
    await ear.hears(({ type }) => type === 'subscribed');
    await world.as.fay.patch('/api/organisation', { week_start: 7 });
    const { body: role } = await world.as.fay.post('/api/roles', { name: 'Cook', permissions: [] });
    expect(role.name).toBe('Cook');
    await world.as.ada.patch('/api/organisation', { week_start: 7 });
    await ear.hears(({ type }) => type === 'organisation.updated');
    expect(ear.heard.filter(({ topic }) => topic === 'organisation')).toHaveLength(2);
    const period = await openPeriod(world, {
      name: 'June',
      start_date: '2027-06-01',
      end_date: '2027-06-30',
    });
    ear.say({ type: 'subscribe', topic: `schedule:${period}` });
    await ear.hears(({ type, topic }) => type === 'subscribed' && topic !== 'organisation');
    ear.close();
  });

  test('into one that is not theirs they are not let', async () => {
    const ear = await openEar(world);
    const token = await accessOf(world, 'fay');
    ear.say({ type: 'authenticate', token, organisation: 'harbour-care' });
    expect(await ear.closed).toBe(4401);
  });

  test('and come back with what the role may do when that changes', async () => {
    const { body: role } = await world.as.ada.post('/api/roles', {
      name: 'Desk',
      permissions: ['person.read'],
    });
    await world.sql('UPDATE person SET role = $2 WHERE id = $1', [gus, role.id]);
    world.clock.advance({ seconds: 1 });
    const { token } = await asGus();
    const ear = await openEar(world);
    ear.say({ type: 'authenticate', token, organisation: 'harbour-care' });
    await ear.hears(({ type }) => type === 'ready');
    await world.as.ada.patch(`/api/roles/${role.id}`, { permissions: [] });
    expect(await ear.closed).toBe(4401);
    await until(
      'the role obeyed',
      async () => (await world.as.gus.get('/api/users', there)).status === 403,
    );
  });
});
