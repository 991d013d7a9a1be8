import { beforeAll, describe, expect, test } from 'vitest';
import { opus } from '../files/testing/recordings.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  openSigning,
  type Signing,
  signedUp,
  signUpByForm,
} from '../testing/registration-steps.ts';

let world: World;
let signing: Signing;
let other: Signing;
const ids: Record<string, string> = {};
beforeAll(async () => {
  world = await openWorld();
  signing = await openSigning(world);
  other = await openSigning(world);
  const at = async (name: string, id: Promise<string>) => {
    ids[name] = await id;
    world.clock.advance({ seconds: 1 });
  };
  const wants = { preferences: { duty_types: [signing.duties[1]] } };
  await at('amina', signedUp(world, signing, { full_name: 'Amina 100% Yusuf', ...wants }));
  await at('ben', signedUp(world, signing, { full_name: 'Ben_jamin', phone: '+442079460000' }));
  const sung = signUpByForm(world, signing, [[opus(), 'a.opus']], { full_name: 'Cantor' });
  await at(
    'cantor',
    sung.then(({ body }) => body.id),
  );
  await at('zora', signedUp(world, other, { full_name: 'Zora', email: 'zora@elsewhere.example' }));
  await world.as.ben.post(`/api/registrations/${ids.ben}/decline`, {});
});

async function list(query: Record<string, string> = {}) {
  const answer = await world.as.ben.get(`/api/registrations?${new URLSearchParams(query)}`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const nameOf = (id: string) => Object.entries(ids).find(([, one]) => one === id)?.[0];
  return { ...answer, names: answer.body.map(({ id }: { id: string }) => nameOf(id)) };
}

test('a stranger is asked to log in, a member may not, another organisation has none of them', async () => {
  expect((await world.anyone.get('/api/registrations')).status).toBe(401);
  expect((await world.as.cleo.get('/api/registrations')).body.code).toBe('forbidden');
  expect((await world.as.fay.get('/api/registrations')).body).toEqual([]);
});

test('newest first, with recordings', async () => {
  const { names, body } = await list();
  expect(names).toEqual(['zora', 'cantor', 'ben', 'amina']);
  expect(body[1].auditions).toMatchObject([{ file_name: 'a.opus', url: expect.any(String) }]);
});

describe('filters', () => {
  test.each([
    [{ state: 'declined' }, ['ben']],
    [{ state: 'new' }, ['zora', 'cantor', 'amina']],
    [{ auditions: 'true' }, ['cantor']],
    [{ auditions: 'false' }, ['zora', 'ben', 'amina']],
    [{ search: 'zora@else' }, ['zora']],
    [{ search: 'AMINA' }, ['amina']],
    [{ search: '100%' }, ['amina']],
    [{ search: 'n_j' }, ['ben']],
    [{ search: '20 7946' }, ['ben']],
    [{ search: '%' }, ['amina']],
    [{ search: 'nobody' }, []],
  ])('%j', async (query, names) => {
    expect((await list(query)).names).toEqual(names);
  });

  test('by roster, and by a duty asked for', async () => {
    expect((await list({ roster: other.roster })).names).toEqual(['zora']);
    expect((await list({ duty_type: signing.duties[1] })).names).toEqual(['amina']);
    expect((await list({ duty_type: signing.duties[0] })).names).toEqual([]);
  });
});

test('page by page, and counted', async () => {
  const first = await list({ limit: '3', count: 'true', auditions: 'false' });
  expect(first.headers.get('x-total-count')).toBe('3');
  const two = await list({ limit: '2' });
  expect(two.names).toEqual(['zora', 'cantor']);
  const next = /<([^>]+)>; rel="next"/.exec(two.headers.get('link') ?? '')?.[1] ?? '';
  const rest = await world.as.ben.get(next);
  expect(rest.body.map(({ id }: { id: string }) => id)).toEqual([ids.ben, ids.amina]);
  expect(rest.headers.get('link')).toBeNull();
});
