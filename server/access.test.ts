import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Permission, permissionsOf, roles } from '../contract/identity/permissions.ts';
import type { Route } from '../contract/platform/route.ts';
import * as contract from '../contract/routes.ts';
import { signAccessToken } from './identity/access-token.ts';
import { unsafeSetOperator } from './identity/module.ts';
import { makeRole, personIn } from './organisations/testing.ts';
import { newId } from './platform/id.ts';
import { type Answered, clientOf } from './testing/client.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { nobodysId, validInput } from './testing/valid-input.ts';

/**
 * S-071: every call × everyone who may try it, held against the one permission table. What follows
 * from the ids (another organisation's, nobody's) is in routes.test.ts.
 */
const routes: Route[] = Object.values(contract);
const ownRole: Permission[] = ['period.create', 'shift.decide', 'person.read', 'role.read'];
const actors = [
  ...(['anonymous', ...roles, 'own role', 'neighbour', 'suspended', 'operator'] as const),
] as const;
type ActorName = (typeof actors)[number];

/** Open without a log-in, but whoever is logged in needs a permission: the mailbox of one machine. */
const guardedInside: Record<string, Permission> = {
  listMailbox: 'mailbox.read',
  readMailbox: 'mailbox.read',
};
/** Without its cookie there is no session to refresh, whoever asks. */
const needsCookie = 'refreshSession';

let world: World;
const people: Partial<
  Record<ActorName, { id: string; account_id: string; organisation_id: string }>
> = {};
beforeAll(async () => {
  world = await openWorld();
  const role = await makeRole(world, 'Planner', ownRole);
  const ids: [ActorName, string][] = [['neighbour', world.ids.fay]];
  for (const name of roles) ids.push([name, (await personIn(world, name)).id]);
  ids.push(['own role', (await personIn(world, role)).id]);
  const { id, email } = await personIn(world, 'member');
  await unsafeSetOperator(world.program.app, email, true);
  ids.push(['operator', id]);
  ids.push(['suspended', (await personIn(world, 'admin')).id]);
  for (const [name, id] of ids) {
    const [row] = await world.sql<{ id: string; account_id: string; organisation_id: string }>(
      'SELECT id, account_id, organisation_id FROM person WHERE id = $1',
      [id],
    );
    if (row) people[name] = row;
  }
});
// What a call before this one did to its caller is undone: logged out, left, deactivated.
beforeEach(async () => {
  await world.sql('UPDATE person SET active = true WHERE id <> $1', [people.suspended?.id]);
});

/** A client with a new session of its own; the suspended one's was begun before they were shut out. */
async function clientFor(name: ActorName) {
  const person = people[name];
  if (!person) return world.anyone;
  const session = { ...person, id: newId() };
  await world.sql(
    `INSERT INTO session (organisation_id, id, person_id, account_id, user_agent, address,
       created_at, used_at, confirmed_at, expires_at)
     SELECT $1, $2, $3, $4, '', '', $5::timestamptz, $5::timestamptz, $5::timestamptz, $5::timestamptz + interval '1 day'`,
    [
      session.organisation_id,
      session.id,
      person.id,
      person.account_id,
      world.clock.now().toString(),
    ],
  );
  if (name === 'suspended') {
    await world.sql('UPDATE person SET active = false WHERE id = $1', [person.id]);
  }
  const token = await signAccessToken(
    world.program.app.secrets,
    {
      accountId: person.account_id,
      sessionId: session.id,
      organisationId: person.organisation_id,
      personId: person.id,
    },
    world.clock.now(),
  );
  return clientOf(world.origin, async () => token);
}

async function call(name: ActorName, route: Route): Promise<Answered> {
  const client = await clientFor(name);
  const params = { id: nobodysId, year: '2026', month: '12', week: '50', date: '2026-12-01' };
  const path = route.path.replace(/:(\w+)/g, (_, key) => params[key as 'id'] ?? 'x');
  const query = new URLSearchParams(validInput(route.query) as Record<string, string>);
  const url = `/api${path}${query.size ? `?${query}` : ''}`;
  const headers: Record<string, string> =
    name === 'neighbour' ? { 'x-organisation': 'harbour-care' } : {};
  if (!route.body) return client.send(route.method, url, { headers });
  const body = JSON.stringify(validInput(route.body));
  return client.send(route.method, url, {
    body,
    headers: { ...headers, 'content-type': 'application/json' },
  });
}

type Expected = 'unauthenticated' | 'token_invalid' | 'forbidden' | 'not_a_member' | 'let in';
function expected(name: ActorName, route: Route): Expected {
  if (name === 'suspended') return 'token_invalid';
  if (name === 'neighbour') return route.ofSession ? 'let in' : 'not_a_member';
  if (route.name === needsCookie) return 'unauthenticated';
  const access = guardedInside[route.name] ?? route.access;
  if (name === 'anonymous') return route.access === 'anyone' ? 'let in' : 'unauthenticated';
  if (access === 'anyone' || access === 'account') return 'let in';
  if (access === 'operator') return name === 'operator' ? 'let in' : 'forbidden';
  return holdsIt(name, access) ? 'let in' : 'forbidden';
}

function holdsIt(name: ActorName, access: Permission): boolean {
  if (name === 'own role') return permissionsOf('', ownRole).has(access);
  return permissionsOf(name === 'operator' ? 'member' : name).has(access);
}

const refusals = ['unauthenticated', 'token_invalid', 'forbidden', 'not_a_member'];
const asked = ({ status, body }: Answered) => {
  const code = [401, 403].includes(status) ? String(body?.code) : '';
  return refusals.includes(code) ? code : 'let in';
};

let cells = 0;
describe('every call, whoever tries it', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_, route) => {
      const found: Record<string, string> = {};
      for (const name of actors) {
        const answer = await call(name, route);
        expect(answer.status, `${name}: ${JSON.stringify(answer.body)}`).toBeLessThan(500);
        found[name] = asked(answer);
        cells += 1;
      }
      expect(found).toEqual(
        Object.fromEntries(actors.map((name) => [name, expected(name, route)])),
      );
    },
  );

  test('every cell was tried', () => {
    expect(cells).toBe(routes.length * actors.length);
  });
});
