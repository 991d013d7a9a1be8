import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, openSigning, signUp } from '../testing/registration-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const edit = (id: string, body: object, who: keyof World['as'] = 'ben') =>
  world.as[who].patch(`/api/signup-links/${id}`, body);

test('a stranger is asked to log in, a member may not, another organisation finds nothing', async () => {
  const { link } = await openSigning(world);
  expect((await world.anyone.patch(`/api/signup-links/${link}`, {})).status).toBe(401);
  expect((await edit(link, {}, 'cleo')).body.code).toBe('forbidden');
  expect((await edit(link, {}, 'fay')).status).toBe(404);
});

test('another code: the one before leads nowhere, who came by it stays', async () => {
  const signing = await openSigning(world);
  await signUp(world, signing);
  const answer = await edit(signing.link, { code: 'spring-duty' });
  expect(answer.body).toMatchObject({ code: 'spring-duty', registrations: 1, state: 'open' });
  expect((await signUp(world, signing)).status).toBe(404);
  expect((await signUp(world, { code: 'spring-duty' })).status).toBe(201);
  expect((await eventsOf(world, signing.link)).at(-1)).toMatchObject({
    event: 'signup_link.updated',
    data: { new_code: true },
  });
});

test('another last day, or none any more', async () => {
  const signing = await openSigning(world, { closes_on: '2026-11-19' });
  expect((await signUp(world, signing)).body.code).toBe('signup_link_closed');
  expect((await edit(signing.link, { closes_on: '2026-12-01' })).body.state).toBe('open');
  expect((await signUp(world, signing)).status).toBe(201);
  expect((await edit(signing.link, { closes_on: null })).body.closes_on).toBeNull();
});

test('a change of nothing is no event', async () => {
  const { link, code } = await openSigning(world);
  expect((await edit(link, { code })).status).toBe(200);
  expect(await eventsOf(world, link)).toHaveLength(1);
});

test('a code that another has is refused', async () => {
  const [one, two] = [await openSigning(world), await openSigning(world)];
  expect((await edit(one.link, { code: two.code })).body.code).toBe('code_taken');
});

test('two at once to the same code: one has it', async () => {
  const [one, two] = [await openSigning(world), await openSigning(world)];
  const answers = await Promise.all([
    edit(one.link, { code: 'wanted-by-two' }),
    edit(two.link, { code: 'wanted-by-two' }, 'ada'),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});
