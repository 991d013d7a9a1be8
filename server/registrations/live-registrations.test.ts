import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning, signedUp } from '../testing/registration-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const listens = async (who: 'ada' | 'cleo') => {
  const ear = await openEar(world, who);
  ear.say({ type: 'subscribe', topic: 'organisation' });
  await ear.hears(({ type }) => type === 'subscribed');
  return ear;
};

test('admins see sign-ups come in and be decided; others hear nothing of them', async () => {
  const [ada, cleo] = [await listens('ada'), await listens('cleo')];
  const signing = await openSigning(world);
  const id = await signedUp(world, signing, { full_name: 'Amina Yusuf' });
  const came = await ada.hears(({ type }) => type === 'registration.submitted');
  expect(came).toMatchObject({
    message: 'Amina Yusuf signed up',
    registration: { id, roster: signing.roster, state: 'new' },
  });
  await world.as.ben.post(`/api/registrations/${id}/accept`, {});
  await ada.hears(({ type }) => type === 'registration.accepted');
  const declined = await signedUp(world, signing);
  await world.as.ben.post(`/api/registrations/${declined}/decline`, {});
  await ada.hears(({ type }) => type === 'registration.declined');
  const told = cleo.heard.map(({ type }) => type);
  expect(told.filter((type) => /^(registration|signup_link)\./.test(type))).toEqual([]);
  ada.close();
  cleo.close();
});
