import { expect, test } from 'vitest';
import { pruneAll } from '../platform/prune.ts';
import { toldTo } from '../testing/notification-steps.ts';
import { openWorld } from '../testing/open-world.ts';
import { asked, openPeriod } from '../testing/rota-steps.ts';
import { prunings } from './prunings.ts';

test('after half a year a notification is gone; younger ones stay, and what was sent', async () => {
  const world = await openWorld();
  const period = await openPeriod(world);
  for (const date of ['2026-12-01', '2026-12-02']) await asked(world, 'cleo', { period, date });
  const [newest, oldest] = await toldTo(world, 'ben');
  const prune = async () => (await pruneAll(world.program.app, prunings)).get('old notifications');
  expect(await prune()).toBe(0);
  await world.sql(
    `UPDATE notification SET created_at = created_at - interval '181 days' WHERE id = $1`,
    [oldest?.id],
  );
  expect(await prune()).toBe(2);
  expect((await toldTo(world, 'ben')).map(({ id }) => id)).toEqual([newest?.id]);
  expect(await world.messages()).toHaveLength(4);
});
