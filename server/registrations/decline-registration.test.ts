import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsOf,
  mailsTo,
  openSigning,
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

const decline = (id: string, body: object = {}, who: keyof World['as'] = 'ben') =>
  world.as[who].post(`/api/registrations/${id}/decline`, body);
const names = async (id: string) => (await eventsOf(world, id)).map(({ event }) => event);

test('a stranger is asked to log in, a member may not, another organisation finds nothing', async () => {
  const id = await signedUp(world, signing);
  expect((await world.anyone.post(`/api/registrations/${id}/decline`, {})).status).toBe(401);
  expect((await decline(id, {}, 'cleo')).body.code).toBe('forbidden');
  expect((await decline(id, {}, 'fay')).status).toBe(404);
  expect(await names(id)).toEqual(['registration.submitted']);
});

test('declined with a reason: written, journalled, the volunteer is told why; they are in no directory', async () => {
  const { email } = volunteer();
  const id = await signedUp(world, signing, { email });
  const answer = await decline(id, { reason: 'All places are taken' });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ state: 'declined', reason: 'All places are taken', decided_by: world.ids.ben },
      ...{ person: null, can: { accept: true, decline: false } },
    },
  });
  expect((await eventsOf(world, id)).at(-1)).toMatchObject({
    event: 'registration.declined',
    actor_id: world.ids.ben,
    data: { reason: 'All places are taken', was: 'new' },
  });
  expect(await mailsTo(world, email)).toEqual(['registration-received', 'registration-declined']);
  const people = await world.as.ben.get('/api/users?limit=200');
  expect(JSON.stringify(people.body)).not.toContain(email);
});

describe('refusals', () => {
  test('declined already, or accepted', async () => {
    const declined = await signedUp(world, signing);
    await decline(declined);
    expect((await decline(declined)).body.code).toBe('registration_declined');
    const accepted = await signedUp(world, signing);
    await world.as.ben.post(`/api/registrations/${accepted}/accept`, {});
    expect((await decline(accepted)).body.code).toBe('registration_accepted');
    expect(await names(accepted)).toEqual(['registration.submitted', 'registration.accepted']);
  });
});

test('twice at once: declined once, told once', async () => {
  const { email } = volunteer();
  const id = await signedUp(world, signing, { email });
  const answers = await Promise.all([decline(id), decline(id, {}, 'ada')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await mailsTo(world, email)).toEqual(['registration-received', 'registration-declined']);
});
