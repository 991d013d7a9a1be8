import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';

test('a token that is none confirms nothing; guesses are counted', async () => {
  const world = await openWorld();
  const before = await world.sql('SELECT id, email FROM account ORDER BY id');
  for (const token of ['x', 'A'.repeat(54)]) {
    const answer = await world.anyone.post('/api/auth/confirm-email', { token });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { token: [expect.any(String)] } },
    });
  }
  const tries = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      world.anyone.post('/api/auth/confirm-email', { token: `guess ${i}` }),
    ),
  );
  expect(tries.map(({ status }) => status)).toContain(429);
  expect(await world.sql('SELECT id, email FROM account ORDER BY id')).toEqual(before);
});
