import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const names = (body: { full_name: string }[]) => body.map((person) => person.full_name);
const everyone = ['Ada Okafor', 'Ben Lindqvist', 'Cleo Marsh', 'Dev Patel', 'Eli Novak'];

test('a stranger is asked to log in, a member may not', async () => {
  expect((await world.anyone.get('/api/users')).status).toBe(401);
  expect((await world.as.cleo.get('/api/users')).status).toBe(403);
});

test('the organisation by name, nobody of another', async () => {
  const { body } = await world.as.ben.get('/api/users');
  expect(names(body)).toEqual(everyone);
  expect(names((await world.as.fay.get('/api/users')).body)).toEqual(['Fay Doyle', 'Gus Weber']);
});

test('page by page: everyone once, with the count when asked for', async () => {
  const seen: string[] = [];
  let path: string | undefined = '/api/users?limit=2&count=true';
  while (path) {
    const answer = await world.as.ada.get(path);
    expect(answer.headers.get('x-total-count')).toBe('5');
    seen.push(...names(answer.body));
    path = /<(.*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
  }
  expect(seen).toEqual(everyone);
});

test.each([
  ['search=MAR', ['Cleo Marsh']],
  ['search=dev@', ['Dev Patel']],
  ['search=%25', []],
  ['search=_', []],
  ['search=%5C', []],
  ['role=member', ['Cleo Marsh', 'Dev Patel', 'Eli Novak']],
  ['role=member&search=o', ['Cleo Marsh', 'Dev Patel', 'Eli Novak']],
  ['role=manager', []],
])('%s', async (search, expected) => {
  expect(names((await world.as.ada.get(`/api/users?${search}`)).body)).toEqual(expected);
});

describe('refused', () => {
  test.each(['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'role=king', 'skip=3', 'search='])(
    '%s',
    async (search) => {
      expect((await world.as.ada.get(`/api/users?${search}`)).status).toBe(400);
    },
  );

  test('a cursor of another organisation tells nothing', async () => {
    const foreign = Buffer.from(JSON.stringify([world.ids.fay])).toString('base64url');
    const { body } = await world.as.ada.get(`/api/users?cursor=${foreign}`);
    expect(names(body)).toEqual(everyone);
  });
});

test('by state: who is shut out, who is not', async () => {
  await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.eli]);
  const named = async (state: string) =>
    (await world.as.ben.get(`/api/users?state=${state}`)).body.map(
      (one: { full_name: string; state: string }) => `${one.full_name} ${one.state}`,
    );
  expect(await named('deactivated')).toEqual(['Eli Novak deactivated']);
  expect(await named('active')).not.toContain('Eli Novak active');
  expect(await named('invited')).toEqual([]);
  await world.sql('UPDATE person SET active = true WHERE id = $1', [world.ids.eli]);
});
