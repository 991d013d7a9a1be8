import { beforeAll, expect, test } from 'vitest';
import { isOff } from '../../contract/identity/permissions.ts';
import type { Route } from '../../contract/platform/route.ts';
import * as contract from '../../contract/routes.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { nobodysId } from '../testing/valid-input.ts';

const routes: Route[] = Object.values(contract);
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.as.ada.patch('/api/organisation', { systems: ['tasks', 'chat'] });
});

const needs = ({ access }: Route) =>
  access === 'anyone' || access === 'account' || access === 'operator' ? null : access;
const ofRota = routes.filter((route) => {
  const permission = needs(route);
  return permission !== null && isOff(permission, ['rota']);
});
const call = (who: 'ada' | 'cleo' | 'fay', { method, path }: Route) =>
  world.as[who].send(method, `/api${path.replace(/:\w+/g, nobodysId)}`, {});

test('the rota has routes', () => {
  expect(ofRota.length).toBeGreaterThan(25);
});

test.each(ofRota.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s: 409 system_off, next door goes on',
  async (_, route) => {
    expect(await call('ada', route)).toMatchObject({
      status: 409,
      body: { code: 'system_off', system: 'rota' },
    });
    expect((await call('fay', route)).body.code).not.toBe('system_off');
  },
);

test('who may not do it anyway is told that', async () => {
  expect((await call('cleo', contract.approveShift)).body.code).toBe('forbidden');
});

test('what a person may do leaves it out, so its screens are gone; the rest stays', async () => {
  const { permissions } = (await world.as.ada.get('/api/auth/me')).body;
  expect(permissions.filter((name: string) => /^(shift|period|calendar)\./.test(name))).toEqual([]);
  expect(permissions).toContain('person.read');
  expect((await world.as.ada.get('/api/users')).status).toBe(200);
});

test('switched on again everything is there as it was', async () => {
  const systems = ['rota', 'tasks', 'chat'];
  const { body } = await world.as.ben.patch('/api/organisation', { systems });
  expect(body.systems).toEqual(systems);
  expect((await world.as.cleo.get('/api/shifts')).status).toBe(200);
  expect((await world.as.ada.get('/api/auth/me')).body.permissions).toContain('shift.decide');
});
