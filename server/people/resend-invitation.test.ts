import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';
import { accept, invitationTokens, invite } from './testing.ts';

test('another link goes out, good for seven days anew; the one before is dead', async () => {
  const world = await openWorld();
  const email = 'nia@elsewhere.example';
  const { id } = (await invite(world, email)).body;
  const path = `/api/invitations/${id}/resend`;
  expect((await world.anyone.post(path, {})).status).toBe(401);
  expect(outcome(await world.as.cleo.post(path, {}))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.post(path, {}))).toEqual([404, 'not_found']);
  expect(outcome(await world.as.ben.post(path, {}))).toEqual([409, 'just_sent']);

  world.clock.advance({ minutes: 10 });
  const answers = await Promise.all([world.as.ben.post(path, {}), world.as.ada.post(path, {})]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  const sent = answers.find(({ status }) => status === 201)?.body;
  expect(sent).toMatchObject({ email, expires_at: '2026-11-27T09:10:00Z' });
  expect(sent.id).not.toBe(id);

  const [dead, alive] = await invitationTokens(world, email);
  expect((await accept(world, email, dead ?? '')).status).toBe(400);
  expect((await accept(world, email, alive ?? '')).status).toBe(201);
});
