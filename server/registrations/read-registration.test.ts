import { beforeAll, expect, test } from 'vitest';
import { wav } from '../files/testing/recordings.ts';
import { makeRole, personIn } from '../organisations/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning, signUpByForm } from '../testing/registration-steps.ts';

let world: World;
let id: string;
beforeAll(async () => {
  world = await openWorld();
  const signing = await openSigning(world);
  id = (await signUpByForm(world, signing, [[wav(), 'take one.wav']])).body.id;
});

test('a stranger is asked to log in, a member may not, another organisation finds nothing', async () => {
  expect((await world.anyone.get(`/api/registrations/${id}`)).status).toBe(401);
  expect((await world.as.cleo.get(`/api/registrations/${id}`)).body.code).toBe('forbidden');
  expect((await world.as.fay.get(`/api/registrations/${id}`)).status).toBe(404);
});

test('with addresses at which its recordings are played until they expire', async () => {
  const { body } = await world.as.ben.get(`/api/registrations/${id}`);
  const [audition] = body.auditions;
  const played = await fetch(world.origin + audition.url);
  expect(played.headers.get('content-type')).toBe('audio/wav');
  expect((await played.arrayBuffer()).byteLength).toBe(audition.bytes);
  world.clock.advance({ minutes: 61 });
  expect((await world.anyone.get(audition.url)).body.code).toBe('link_expired');
});

test('who may read and not decide is shown no way to', async () => {
  const role = await makeRole(world, 'Listener', ['registration.read']);
  const { client } = await personIn(world, role);
  const { body } = await client.get(`/api/registrations/${id}`);
  expect(body.can).toEqual({ accept: false, decline: false, edit: false, link: false });
});
