import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../contract/platform/route.ts';
import * as contract from '../contract/routes.ts';
import { goodPassword, holding, register } from './identity/testing.ts';
import type { Client } from './testing/client.ts';
import { openWorld, type World } from './testing/open-world.ts';
import { fieldsOf, validInput } from './testing/valid-input.ts';

/**
 * S-079: two organisations with the same names, dates and texts. Whatever one of them is answered
 * (lists, search, counts, exports, ETags, refusals) holds its own ids and numbers alone.
 */
const reads = (Object.values(contract) as Route[]).filter(
  ({ method, access }) => method === 'GET' && access !== 'operator' && access !== 'anyone',
);
const id = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const dates = { start_date: '2026-12-01', end_date: '2026-12-31' };

type Twin = { client: Client; ids: Record<string, string> };
let world: World;
let twins: [Twin, Twin];
beforeAll(async () => {
  world = await openWorld();
  // One more person in the second: a count that mixes them would be seen.
  twins = [await twin(0), await twin(1)];
});

async function twin(more: number): Promise<Twin> {
  const client = holding(world, await register(world, { organisation_name: 'Twin' }));
  const made = async (path: string, body: object) => {
    const answer = await client.post(path, body);
    if (answer.status > 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id as string;
  };
  for (let number = 0; number <= more; number += 1) {
    const email = `nia-${more}-${number}@twin.example`;
    await made('/api/users', { email, full_name: 'Nia Brandt', password: goodPassword });
  }
  const period = await made('/api/schedule-periods', { name: 'December', ...dates });
  const wish = { schedule_period: period, date: '2026-12-01' };
  const shift = await made('/api/shifts', { ...wish, start_time: '06:00', end_time: '09:00' });
  await client.post(`/api/shifts/${shift}/approve`, {});
  await made('/api/roles', { name: 'Night lead', permissions: [] });
  const me = (await client.get('/api/auth/me')).body.id;
  const clock = { start_time: '18:00', end_time: '20:00' };
  const duty_type = await made('/api/duty-types', { name: 'Doors', ...clock });
  const roster = await made('/api/rosters', { name: 'December', ...dates });
  const cell = { roster, duty_type, date: '2026-12-02', person: me };
  const duty = await made('/api/duty-assignments', cell);
  const things = {
    ...{ '/shifts/': shift, '/schedule-periods/': period, '/users/': me },
    ...{ '/duty-types/': duty_type, '/rosters/': roster, '/duty-assignments/:id': duty },
    ...{ roster, duty_type, person: me },
  };
  return { client, ids: things };
}

/** A route's address for a twin: with an id of their own where we have one. */
function addressOf(route: Route, { ids }: Twin): string {
  const own = Object.entries(ids).find(([prefix]) => route.path.startsWith(prefix))?.[1] ?? 'x';
  const params = { id: own, year: '2026', month: '12', week: '49', date: '2026-12-01' };
  const path = route.path.replace(/:(\w+)/g, (_, name) => params[name as 'id'] ?? 'x');
  const fields = fieldsOf(route.query).map(([name]) => name);
  const asked: Record<string, unknown> = { ...validInput(route.query) };
  if (fields.includes('count')) asked.count = true;
  if (fields.includes('search')) asked.search = 'Nia';
  for (const name of Object.keys(asked)) asked[name] = ids[name] ?? asked[name];
  if (fields.includes('roster')) asked.roster = ids.roster;
  const query = new URLSearchParams(asked as Record<string, string>);
  return `/api${path}${query.size ? `?${query}` : ''}`;
}

async function read(route: Route, one: Twin) {
  const { status, body, headers } = await one.client.get(addressOf(route, one));
  const told = JSON.stringify([body, headers.get('link'), headers.get('location')]);
  const { request_id: _, ...rest } = Object(body);
  const ids = new Set(told.match(id) ?? []);
  if (status >= 400) ids.delete(String(Object(body).request_id));
  return { status, ids, rest, total: headers.get('x-total-count') };
}

describe('neither twin is told anything of the other', () => {
  test.each(reads.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_, route) => {
      const [one, other] = await Promise.all([read(route, twins[0]), read(route, twins[1])]);
      expect([...one.ids].filter((each) => other.ids.has(each))).toEqual([]);
      expect(one.status).toBe(other.status);
      // A refusal says the same to both.
      if (one.status >= 400) expect(one.rest).toEqual(other.rest);
    },
  );
});

test('counts and searches are of one’s own', async () => {
  const [one, other] = await Promise.all(
    twins.map(({ client }) => client.get('/api/users?search=nia&count=true')),
  );
  expect([one?.headers.get('x-total-count'), other?.headers.get('x-total-count')]).toEqual([
    '2',
    '3',
  ]);
});

test('an ETag of one is no key to the other', async () => {
  const [one, other] = twins;
  await one.client.patch('/api/organisation', { week_start: 7 });
  const etag = (await one.client.get('/api/organisation')).headers.get('etag') ?? '';
  const answer = await other.client.patch(
    '/api/organisation',
    { week_start: 6 },
    { 'if-match': etag },
  );
  expect(answer.status).toBe(412);
});
