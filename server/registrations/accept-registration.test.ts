import { beforeAll, describe, expect, test } from 'vitest';
import { makeRole, personIn } from '../organisations/testing.ts';
import { invite } from '../people/testing.ts';
import { mailToken } from '../platform/mail-token.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsOf,
  mailsTo,
  openSigning,
  registrationOf,
  type Signing,
  signedUp,
  volunteer,
} from '../testing/registration-steps.ts';

let world: World;
let signing: Signing;
beforeAll(async () => {
  world = await openWorld();
  signing = await openSigning(world);
});

const accept = (id: string, body: object = {}, who: keyof World['as'] = 'ben') =>
  world.as[who].post(`/api/registrations/${id}/accept`, body);
const names = async (id: string) => (await eventsOf(world, id)).map(({ event }) => event);

describe('who may', () => {
  test('a stranger is asked to log in, a member may not, another organisation finds nothing', async () => {
    const id = await signedUp(world, signing);
    expect((await world.anyone.post(`/api/registrations/${id}/accept`, {})).status).toBe(401);
    expect((await accept(id, {}, 'cleo')).body.code).toBe('forbidden');
    expect((await accept(id, {}, 'fay')).status).toBe(404);
    expect(await names(id)).toEqual(['registration.submitted']);
  });

  test('whose own role decides on sign-ups and may do less than a member may not let members in', async () => {
    const role = await makeRole(world, 'Sign-ups', ['registration.read', 'registration.decide']);
    const { client } = await personIn(world, role);
    const id = await signedUp(world, signing);
    expect((await client.get(`/api/registrations/${id}`)).body.can.accept).toBe(true);
    const answer = await client.post(`/api/registrations/${id}/accept`, {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'role_above_own' } });
  });
});

test('whoever was nobody is a member: in the directory, with a way to choose a password, told once', async () => {
  const { full_name, email, phone } = volunteer({ full_name: 'Yusuf Karim' });
  const id = await signedUp(world, signing, { full_name, email, phone, language: 'ar' });
  const answer = await accept(id);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ state: 'accepted', person_name: 'Yusuf Karim', decided_by: world.ids.ben },
      ...{ decided_by_name: 'Ben Lindqvist', decided_at: '2026-11-20T09:00:00Z' },
      can: { accept: false, decline: false, edit: true },
    },
  });
  const person = await world.as.ben.get(`/api/users/${answer.body.person}`);
  expect(person.body).toMatchObject({
    ...{ full_name: 'Yusuf Karim', email, phone_number: phone, role: 'member', state: 'active' },
    language: 'ar',
  });
  expect(await names(id)).toEqual(['registration.submitted', 'registration.accepted']);
  const added = await eventsOf(world, answer.body.person);
  expect(added.map(({ event }) => event)).toEqual(['person.added']);
  expect(await mailsTo(world, email)).toEqual(['registration-received', 'registration-accepted']);

  const [message] = await world.sql<{ data: { one_time_token: string } }>(
    `SELECT data FROM message WHERE address = $1 AND template = 'registration-accepted'`,
    [email],
  );
  const token = mailToken(
    world.program.app.secrets,
    'reset-password',
    message?.data.one_time_token ?? '',
  );
  const password = 'tall grass at noon';
  const set = await world.anyone.post('/api/auth/password-reset-confirm', {
    ...{ token, password, password_confirm: password },
  });
  expect(set.status).toBe(200);
  const login = await world.anyone.post('/api/auth/login', { email, password });
  expect(login).toMatchObject({ status: 200, body: { user: { role: 'member' } } });
});

test('a member stays as they are; a number where they had none is taken over', async () => {
  await world.sql('UPDATE person SET phone_number = NULL WHERE id = $1', [world.ids.dev]);
  const { phone } = volunteer();
  const id = await signedUp(world, signing, { email: 'dev@harbour.example', phone });
  const answer = await accept(id);
  expect(answer.body).toMatchObject({ state: 'accepted', person: world.ids.dev });
  const person = await world.as.ben.get(`/api/users/${world.ids.dev}`);
  expect(person.body).toMatchObject({ phone_number: phone, phone_verified: false });
  expect((await mailsTo(world, 'dev@harbour.example')).at(-1)).toBe('registration-accepted');
});

test('given to someone of the directory: theirs, and no one else comes in', async () => {
  const { email } = volunteer();
  const id = await signedUp(world, signing, { email });
  const answer = await accept(id, { person: world.ids.eli });
  expect(answer.body).toMatchObject({ person: world.ids.eli, email });
  expect(await names(id)).toEqual([
    ...['registration.submitted', 'registration.updated', 'registration.accepted'],
  ]);
  const people = await world.as.ben.get('/api/users?limit=200');
  expect(JSON.stringify(people.body)).not.toContain(email);
});

test('who was invited is in by it, in the role they were invited to; the invitation is dead', async () => {
  const { email } = volunteer();
  await invite(world, email, { role: 'steward' });
  const id = await signedUp(world, signing, { email });
  expect((await registrationOf(world, id)).person).not.toBeNull();
  const answer = await accept(id);
  const person = await world.as.ben.get(`/api/users/${answer.body.person}`);
  expect(person.body).toMatchObject({ role: 'steward', state: 'active' });
  const open = (await world.as.ben.get('/api/invitations')).body;
  expect(JSON.stringify(open)).not.toContain(email);
});

describe('refusals', () => {
  test('accepted already: registration_accepted, and nothing happens again', async () => {
    const id = await signedUp(world, signing);
    await accept(id);
    expect(await accept(id)).toMatchObject({
      status: 409,
      body: { code: 'registration_accepted' },
    });
    expect(await names(id)).toEqual(['registration.submitted', 'registration.accepted']);
  });

  test('whoever is shut out must be let in first: person_deactivated', async () => {
    const id = await signedUp(world, signing, { email: 'eli@harbour.example' });
    await world.as.ada.post(`/api/users/${world.ids.eli}/deactivate`, {});
    expect((await accept(id)).body.code).toBe('person_deactivated');
    const other = await signedUp(world, signing);
    expect((await accept(other, { person: world.ids.eli })).body.code).toBe('person_deactivated');
    await world.as.ada.post(`/api/users/${world.ids.eli}/activate`, {});
    expect((await accept(id)).status).toBe(200);
  });

  test('nobody, or somebody of another organisation, to give it to: 404', async () => {
    const id = await signedUp(world, signing);
    expect((await accept(id, { person: world.ids.fay })).status).toBe(404);
    expect(await names(id)).toEqual(['registration.submitted']);
  });

  test('who has not verified their own address: verify_first', async () => {
    const id = await signedUp(world, signing);
    const { client } = await personIn(world, 'admin');
    const answer = await client.post(`/api/registrations/${id}/accept`, {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'verify_first' } });
  });
});

test('who was declined may be accepted after all', async () => {
  const id = await signedUp(world, signing);
  await world.as.ben.post(`/api/registrations/${id}/decline`, { reason: 'All places are taken' });
  const answer = await accept(id);
  expect(answer.body).toMatchObject({ state: 'accepted', reason: '' });
  expect((await eventsOf(world, id)).at(-1)?.data).toMatchObject({ was: 'declined' });
});

test('two admins at once: one accepts, the other is told; one person, one letter', async () => {
  const { email } = volunteer();
  const id = await signedUp(world, signing, { email });
  const answers = await Promise.all([accept(id), accept(id, {}, 'ada')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await world.sql('SELECT FROM person WHERE email = $1', [email])).toHaveLength(1);
  expect(await mailsTo(world, email)).toEqual(['registration-received', 'registration-accepted']);
});

test('one accepts and one declines at once: one of the two is done', async () => {
  const { email } = volunteer();
  const id = await signedUp(world, signing, { email });
  const [accepted, declined] = await Promise.all([
    accept(id),
    world.as.ada.post(`/api/registrations/${id}/decline`, {}),
  ]);
  const { state } = await registrationOf(world, id);
  // Declined first, it may be accepted after all.
  if (declined.status === 200) expect([accepted.status, state]).toEqual([200, 'accepted']);
  else expect([accepted.status, declined.status, state]).toEqual([200, 409, 'accepted']);
});
