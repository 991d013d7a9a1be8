import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/message-templates/shift-approved';
const edits = async () =>
  (await world.journal()).filter(({ event }) => event === 'wording.updated');

test('who may: admins', async () => {
  expect(outcome(await world.anyone.delete(path))).toEqual([401, 'unauthenticated']);
  expect(outcome(await world.as.cleo.delete(path))).toEqual([403, 'forbidden']);
});

test('the usual words again, in that language only; the journal keeps what they were', async () => {
  for (const language of ['en', 'de']) {
    await world.as.ben.put(path, { language, subject: `In ${language}` });
  }
  const { status, body } = await world.as.ben.delete(path);
  expect(status).toBe(200);
  expect(body.own).toEqual({ subject: null, body: null, sms: null });
  expect((await world.as.ben.get(`${path}?language=de`)).body.own.subject).toBe('In de');
  expect((await edits()).at(-1)).toMatchObject({
    actor_id: world.ids.ben,
    data: { language: 'en', before: { subject: 'In en' }, after: null },
  });
  expect((await world.as.ben.delete(path)).status).toBe(200);
  expect(await edits()).toHaveLength(3);
});
