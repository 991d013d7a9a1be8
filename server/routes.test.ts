import { beforeAll, describe, expect, test } from 'vitest';
import { type Permission, permissionsOf, roles } from '../contract/identity/permissions.ts';
import type { Route } from '../contract/platform/route.ts';
import * as contract from '../contract/routes.ts';
import { jpegPhoto } from './files/testing/photos.ts';
import { bookingThings } from './testing/booking-steps.ts';
import type { Client } from './testing/client.ts';
import { deadJob } from './testing/dead-job.ts';
import { assigned, openRoster } from './testing/duty-steps.ts';
import { formOf } from './testing/form.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { registrationThings } from './testing/registration-steps.ts';
import { reminderThings } from './testing/reminder-steps.ts';
import { approve, asked, openPeriod } from './testing/rota-steps.ts';
import { tradeThings } from './testing/trade-steps.ts';
import { unlockThings } from './testing/unlock-steps.ts';
import {
  badBodies,
  fieldsOf,
  nobodysId,
  takesId,
  validInput,
  validValue,
} from './testing/valid-input.ts';

const notMine = ['readSetup', 'verifyWhatsapp'];

/** What holds for every route, generated from the route table: a new route is in it by being there. */
const routes: Route[] = Object.values(contract);
const nameOf = (route: Route) => `${route.method} ${route.path}`;
let world: World;
let harbour: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  const period = await openPeriod(world);
  const shift = await asked(world, 'cleo', { period });
  await approve(world, shift);
  const [window] = (await world.as.ada.get('/api/coverage-windows')).body;
  const taken = { shift: await asked(world, 'cleo', { period, date: '2026-12-02' }) };
  await approve(world, taken.shift);
  const offered = await world.as.cleo.post('/api/shift-offers', taken);
  const [message] = await world.sql<{ id: string }>('SELECT id FROM message LIMIT 1');
  const ownRole = { name: 'Night lead', permissions: ['shift.read'] };
  const role = (await world.as.ada.post('/api/roles', ownRole)).body.id;
  // Logging in writes: it is done before anything is compared.
  for (const who of ['ada', 'cleo', 'fay'] as const) await world.as[who].get('/api/auth/me');
  const [rule] = (await world.as.ada.get('/api/approval-rules')).body;
  const absence = await world.as.cleo.post('/api/absences', {
    ...{ start_date: '2026-12-20', end_date: '2026-12-21' },
  });
  const code = await world.as.ada.post('/api/join-codes', {});
  const invitation = await world.as.ada.post('/api/invitations', { email: 'nia@harbour.example' });
  const session = (await world.as.cleo.get('/api/auth/sessions')).body[0];
  const keyed = await world.as.cleo.post('/api/auth/api-keys', {
    ...{ name: 'Calendar', scopes: ['shift.read'] },
  });
  const photo = await world.as.cleo.send('PUT', '/api/users/me/photo', {
    body: formOf({ photo: [jpegPhoto(), 'me.jpg'] }),
  });
  const [told] = (await world.as.ada.get('/api/notifications')).body;
  const on = await openRoster(world);
  const assignment = await assigned(world, 'dev', on);
  harbour = {
    '/auth/sessions/:id': session.id,
    '/auth/api-keys/:id': keyed.body.id,
    '/files/:id': photo.body.id,
    '/users/:id': world.ids.cleo,
    '/shifts/:id': shift,
    '/schedule-periods/:id': period,
    '/coverage-windows/:id': window.id,
    '/shift-offers/:id': offered.body.id,
    '/join-codes/:id': code.body.id,
    '/invitations/:id': invitation.body.id,
    '/absences/:id': absence.body.id,
    '/approval-rules/:id': rule.id,
    '/mailbox/:id': message?.id as string,
    '/deliveries/:id': message?.id as string,
    '/notifications/:id': told.id,
    '/jobs/dead/:id': await deadJob(world, 'ada'),
    '/roles/:id': role,
    ...(await bookingThings(world)),
    ...(await tradeThings(world)),
    ...(await unlockThings(world)),
    ...(await reminderThings(world)),
    '/duty-types/:id': on.duty,
    '/rosters/:id': on.roster,
    '/duty-assignments/:id': assignment,
    roster: on.roster,
    duty_type: on.duty,
    ...(await registrationThings(world)),
    role,
    shift,
    exchange_for: shift,
    to: world.ids.cleo,
    schedule_period: period,
    period,
    requested_by: world.ids.cleo,
    person: world.ids.cleo,
    user_id: world.ids.cleo,
    subject_id: shift,
  };
});

/** A route's path with values for its parameters. */
function pathOf(route: Route, id: string = nobodysId): string {
  const params = {
    ...{ id, year: '2026', month: '12', week: '50', date: '2026-12-01' },
    ...{ token: 'x', name: 'shift-approved' },
  };
  return route.path.replace(/:(\w+)/g, (_, name) => params[name as keyof typeof params]);
}

/** Calls a route with valid input, but for what `over` says. */
function call(
  client: Client,
  route: Route,
  over: { id?: string; body?: object; query?: object } = {},
) {
  const path = pathOf(route, over.id);
  const query = new URLSearchParams({ ...validInput(route.query), ...over.query } as Record<
    string,
    string
  >);
  const url = `/api${path}${query.size ? `?${query}` : ''}`;
  const body = route.body ? JSON.stringify(over.body ?? validInput(route.body)) : undefined;
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  return client.send(route.method, url, body === undefined ? { headers } : { headers, body });
}

/** A fingerprint of everything that is stored. */
async function stored(): Promise<string> {
  const tables = await world.sql<{ name: string }>(
    `SELECT format('%I', relname) AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
     WHERE relkind = 'r' AND nspname = 'public' ORDER BY 1`,
  );
  const prints: string[] = [];
  for (const { name } of tables) {
    const [row] = await world.sql<{ print: string }>(
      `SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS print FROM ${name} t`,
    );
    prints.push(`${name} ${row?.print}`);
  }
  return prints.join('\n');
}

function isPermission(access: Route['access']): access is Permission {
  return !['anyone', 'account', 'operator'].includes(access);
}

/** Whether a call is of a thing that its query names, or means: of nobody's there is none. */
function needsId(route: Route): boolean {
  if (route.name === 'readGrid') return true;
  const required = new Set(Object.keys(validInput(route.query)));
  return fieldsOf(route.query).some(([field, schema]) => required.has(field) && takesId(schema));
}

/** The prefix of a path that names its thing. */
const thingOf = (route: Route) => route.path.slice(0, route.path.indexOf(':id') + 3);

describe('without a log-in', () => {
  test.each(
    routes.filter((route) => route.access !== 'anyone').map((route) => [nameOf(route), route]),
  )('%s: 401', async (_, route) => {
    expect(await call(world.anyone, route as Route)).toMatchObject({
      status: 401,
      body: { code: 'unauthenticated' },
    });
  });
});

describe('with a role that may not', () => {
  const guarded = routes.filter(
    ({ access }) =>
      access === 'operator' || (isPermission(access) && !permissionsOf('member').has(access)),
  );
  test.each(guarded.map((route) => [nameOf(route), route]))(
    '%s: 403 for a member',
    async (_, route) => {
      const before = await stored();
      expect(await call(world.as.cleo, route as Route)).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
      expect(await stored()).toBe(before);
    },
  );

  test('every permission is held by some role, and by every owner', () => {
    for (const { access } of routes) {
      if (!isPermission(access)) continue;
      expect(roles.filter((role) => permissionsOf(role).has(access))).toContain('owner');
    }
  });
});

describe("another organisation's ids", () => {
  const byId = routes.filter((route) => route.path.includes(':id'));
  test.each(byId.map((route) => [nameOf(route), route] as const))(
    '%s: 404 like a random id',
    async (_, route) => {
      const id = harbour[thingOf(route)];
      if (!id) throw new Error(`this test needs an id for ${thingOf(route)}`);
      const before = await stored();
      const foreign = await call(world.as.fay, route, { id });
      const random = await call(world.as.fay, route, { id: nobodysId });
      expect(foreign.status).toBe(404);
      const { request_id: _a, ...told } = foreign.body;
      const { request_id: _b, ...toldOfNothing } = random.body;
      expect(told).toEqual(toldOfNothing);
      expect(await stored()).toBe(before);
    },
  );

  const inBody = routes.flatMap((route) =>
    fieldsOf(route.body)
      .filter(([, schema]) => takesId(schema))
      .map(([field]) => [nameOf(route), field, route] as const),
  );
  test.each(inBody)('%s in %s: refused, nothing written', async (_, field, route) => {
    const id = harbour[field];
    if (!id) throw new Error(`this test needs an id for ${field}`);
    const before = await stored();
    const answer = await call(world.as.fay, route, {
      body: {
        ...validInput(route.body),
        ...(field === 'requested_by' && { admin_direct: true }),
        [field]: id,
      },
    });
    expect([400, 404]).toContain(answer.status);
    expect(await stored()).toBe(before);
  });

  const inQuery = routes.flatMap((route) =>
    fieldsOf(route.query)
      .filter(([, schema]) => takesId(schema))
      .map(([field]) => [nameOf(route), field, route] as const),
  );
  test.each(inQuery)('%s with %s: nothing of theirs', async (_, field, route) => {
    const id = harbour[field];
    if (!id) throw new Error(`this test needs an id for ${field}`);
    const answer = await call(world.as.fay, route, { query: { [field]: id } });
    // A list is empty; of one thing it says that it is not there.
    expect(needsId(route) ? [400, 404] : [200, 404]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toContain('Cleo');
    expect(JSON.stringify(answer.body)).not.toContain(id);
  });

  test.each(
    routes
      .filter(
        // The first page shows the demo's log-ins to whoever sits at this machine; Meta knows a token.
        ({ method, params, name, access }) =>
          method === 'GET' && !params && access !== 'operator' && !notMine.includes(name),
      )
      .map((route) => [nameOf(route), route]),
  )('%s shows nothing of the neighbour', async (_, route) => {
    const answer = await call(world.as.fay, route as Route);
    expect(needsId(route as Route) ? 404 : 200).toBe(answer.status);
    expect(JSON.stringify(answer.body)).not.toMatch(/Harbour|Cleo|Okafor/);
  });
});

describe('bad input', () => {
  const withBody = routes.filter((route) => route.body);
  test.each(withBody.map((route) => [nameOf(route), route] as const))(
    '%s: 400 that names the field',
    async (_, route) => {
      const id = harbour[thingOf(route)] ?? nobodysId;
      const client = route.access === 'anyone' ? world.anyone : world.as.ada;
      const before = await stored();
      for (const { what, body, field } of badBodies(route)) {
        const answer = await call(client, route, { id, body });
        expect([what, field, answer.status]).toEqual([what, field, 400]);
        expect(Object.keys(answer.body.errors), `${field}: ${what}`).toContain(field);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
      expect(await stored()).toBe(before);
    },
  );

  // S-080: what a caller may set is what the contract names; nothing else gets through, nor is it dropped.
  const never = ['org_id', 'tenant', 'account_id', 'created_at', 'is_admin', 'own_role_id'];
  const notAlways = ['id', 'role', 'status', 'permissions', 'is_active', 'version', 'operator'];
  test.each(withBody.map((route) => [nameOf(route), route] as const))(
    '%s: what is not to be set is refused by name',
    async (_, route) => {
      const own = new Set(fieldsOf(route.body).map(([field]) => field));
      const extra = [...never, ...notAlways].filter((field) => !own.has(field));
      const body = {
        ...validInput(route.body),
        ...Object.fromEntries(extra.map((field) => [field, 'owner'])),
      };
      const client = route.access === 'anyone' ? world.anyone : world.as.ada;
      const id = harbour[thingOf(route)] ?? nobodysId;
      const before = await stored();
      const answer = await call(client, route, { id, body });
      expect(answer.status).toBe(400);
      expect(Object.keys(answer.body.errors)).toEqual(expect.arrayContaining(extra));
      expect(await stored()).toBe(before);
    },
  );

  const withQuery = routes.filter(({ query, access }) => query && access !== 'operator');
  test.each(withQuery.map((route) => [nameOf(route), route] as const))(
    '%s: unknown and doubled query fields',
    async (_, route) => {
      const unknown = await call(world.as.ada, route, { query: { organisation_id: nobodysId } });
      expect(unknown).toMatchObject({
        status: 400,
        body: { errors: { organisation_id: expect.anything() } },
      });
      const [field, schema] = fieldsOf(route.query)[0] ?? [];
      if (!field || !schema) return;
      const value = encodeURIComponent(String(validValue(field, schema)));
      const path = `/api${pathOf(route)}`;
      const doubled = await world.as.ada.get(`${path}?${field}=${value}&${field}=${value}`);
      expect(doubled.status).toBe(400);
    },
  );

  test.each(
    routes
      .filter((route) => route.path.includes(':id'))
      .map((route) => [nameOf(route), route] as const),
  )('%s: an id that is none', async (_, route) => {
    for (const id of ['7', 'x%00y', '..%2f..%2fetc', `${nobodysId}%27`, 'A'.repeat(150)]) {
      const answer = await call(world.as.ada, route, { id });
      expect([400, 404]).toContain(answer.status);
    }
  });

  test('bodies that are no JSON, too large, or of another type', async () => {
    const post = (body: string, type = 'application/json') =>
      world.as.ada.send('POST', '/api/shifts', { body, headers: { 'content-type': type } });
    expect((await post('{"a":')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('"text"')).status).toBe(400);
    expect((await post('{"__proto__":{"admin":true}}')).status).toBe(400);
    expect((await post('['.repeat(100_000))).status).toBe(400);
    expect((await post(`${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`)).status).toBe(400);
    expect((await post(`{"notes":"${'x'.repeat(300_000)}"}`)).status).toBe(413);
    expect((await post('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await post('{}', 'text/plain')).status).toBe(415);
  });
});

test('another method on a known path: 405 that says which', async () => {
  const answer = await world.as.ada.put('/api/shifts', {});
  expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
  expect(answer.headers.get('allow')).toBe('GET, POST');
});

test('a trailing slash makes no difference', async () => {
  expect((await world.as.ada.get('/api/shifts/')).status).toBe(200);
});

test('every route is in the OpenAPI document', async () => {
  const document = (await world.anyone.get('/api/openapi.json')).body;
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`;
    expect(document.paths[path]?.[route.method.toLowerCase()]?.operationId).toBe(route.name);
  }
  expect(document.openapi).toBe('3.1.0');
});
