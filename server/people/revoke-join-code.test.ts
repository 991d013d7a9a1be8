import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

test('opens nothing any more; twice is once', async () => {
  const world = await openWorld();
  const { id, code } = (await world.as.ben.post('/api/join-codes', {})).body;
  const path = `/api/join-codes/${id}`;
  expect((await world.anyone.delete(path)).status).toBe(401);
  expect(outcome(await world.as.cleo.delete(path))).toEqual([403, 'forbidden']);
  expect(outcome(await world.as.fay.delete(path))).toEqual([404, 'not_found']);
  const answers = await Promise.all([world.as.ben.delete(path), world.as.ada.delete(path)]);
  for (const { status, body } of answers) {
    expect([status, body.state]).toEqual([200, 'revoked']);
  }
  expect(await eventsOf(world, id)).toEqual(['join_code.made', 'join_code.revoked']);
  const late = await world.anyone.post('/api/auth/register', {
    ...{ email: 'late@elsewhere.example', join_code: code, password: 'tall grass at noon' },
    ...{ first_name: 'Nia', last_name: 'Brandt' },
  });
  expect(Object.keys(late.body.errors)).toEqual(['join_code']);
});
