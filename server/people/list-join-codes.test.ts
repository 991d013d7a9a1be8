import { expect, test } from 'vitest';
import { openWorld } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

test('the organisation’s own, the newest first, page by page', async () => {
  const world = await openWorld();
  expect((await world.anyone.get('/api/join-codes')).status).toBe(401);
  expect(outcome(await world.as.cleo.get('/api/join-codes'))).toEqual([403, 'forbidden']);
  const made: string[] = [];
  for (const days of [1, 2, 3]) {
    made.unshift((await world.as.ben.post('/api/join-codes', { days })).body.code);
    world.clock.advance({ seconds: 1 });
  }
  await world.as.fay.post('/api/join-codes', {});
  const codes = ({ body }: { body: { code: string }[] }) => body.map((one) => one.code);
  const first = await world.as.ada.get('/api/join-codes?limit=2');
  expect(codes(first)).toEqual(made.slice(0, 2));
  const next = /<([^>]+)>/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  expect(codes(await world.as.ada.get(next))).toEqual(made.slice(2));
});
