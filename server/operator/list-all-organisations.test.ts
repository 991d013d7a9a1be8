import { beforeAll, expect, test } from 'vitest';
import { unsafeSetOperator } from '../identity/module.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

const path = '/api/operator/organisations';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await unsafeSetOperator(world.program.app, 'CLEO@harbour.example', true);
});

test('neither a stranger nor any owner may', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
  for (const who of ['ada', 'fay'] as const) {
    expect(outcome(await world.as[who].get(path))).toEqual([403, 'forbidden']);
  }
});

test('an operator sees every organisation in counts, the newest first, page by page', async () => {
  await world.as.ada.post('/api/auth/organisations', { organisation_name: 'Quayside' });
  const { body, headers } = await world.as.cleo.get(`${path}?count=true`);
  expect(headers.get('x-total-count')).toBe('3');
  expect(body.map(({ name }: { name: string }) => name)).toContain('Foyle Street');
  const harbour = body.find(({ slug }: { slug: string }) => slug === 'harbour-care');
  expect(harbour).toMatchObject({ people: 5, active_people: 5, last_used_at: expect.any(String) });
  expect(harbour.systems).toContain('rota');
  const seen: string[] = [];
  let next: string | undefined = `${path}?limit=1`;
  while (next) {
    const page = await world.as.cleo.get(next);
    seen.push(...page.body.map(({ id }: { id: string }) => id));
    next = /<(.*)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
  expect(seen).toEqual(body.map(({ id }: { id: string }) => id));
});

test('and nothing of their contents: they are a member of their own, nobody elsewhere', async () => {
  const answer = await world.as.cleo.get(path);
  expect(JSON.stringify(answer.body)).not.toMatch(/Fay|Okafor|@/);
  const there = { 'x-organisation': 'foyle-street' };
  expect(outcome(await world.as.cleo.get('/api/users', there))).toEqual([403, 'not_a_member']);
  expect(outcome(await world.as.cleo.get('/api/users'))).toEqual([403, 'forbidden']);
});

test('made and unmade by command, said in the journal, obeyed at the next request', async () => {
  const { app } = world.program;
  expect(await unsafeSetOperator(app, 'cleo@harbour.example', true)).toBe(false);
  expect((await world.as.cleo.get('/api/auth/me')).body.is_operator).toBe(true);
  expect(await unsafeSetOperator(app, 'cleo@harbour.example', false)).toBe(true);
  expect(outcome(await world.as.cleo.get(path))).toEqual([403, 'forbidden']);
  const told = await world.sql(
    "SELECT event FROM journal WHERE event LIKE 'operator.%' AND subject_id = $1 ORDER BY seq",
    [world.ids.cleo],
  );
  expect(told).toEqual([{ event: 'operator.made' }, { event: 'operator.unmade' }]);
  await expect(unsafeSetOperator(app, 'nobody@x.example', true)).rejects.toThrow('No one here');
});

test.each(['limit=0', 'cursor=x', 'cursor=WyJ4IiwieSJd'])('400 on %s', async (query) => {
  await unsafeSetOperator(world.program.app, 'cleo@harbour.example', true);
  expect((await world.as.cleo.get(`${path}?${query}`)).status).toBe(400);
});
