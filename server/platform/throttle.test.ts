import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { countTry, forgetTries, forgiveTry, type Limit, networkOf } from './throttle.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

let number = 0;
const limit = (most = 3): Limit => {
  number += 1;
  return { of: `door ${number}`, most, minutes: 15 };
};
const tried = (limits: Limit[], app = world.program.app) =>
  countTry(app, limits).then(
    () => 'let through',
    (error) => [error.status, error.code, error.facts.retry_after],
  );

test('the fourth try of three waits for the rest of the quarter', async () => {
  const door = limit();
  for (let i = 0; i < 3; i += 1) expect(await tried([door])).toBe('let through');
  world.clock.advance({ minutes: 5 });
  expect(await tried([door])).toEqual([429, 'too_many_tries', 600]);
  world.clock.advance({ seconds: 599 });
  expect(await tried([door])).toEqual([429, 'too_many_tries', 1]);
  world.clock.advance({ seconds: 1 });
  expect(await tried([door])).toBe('let through');
});

test('whoever succeeds is forgiven, and forgotten is as new', async () => {
  const door = limit();
  for (let i = 0; i < 10; i += 1) {
    expect(await tried([door])).toBe('let through');
    await forgiveTry(world.program.app, [door]);
  }
  for (let i = 0; i < 4; i += 1) await tried([door]);
  await forgetTries(world.program.app, [door]);
  expect(await tried([door])).toBe('let through');
});

test('many at once, on two nodes: no more than the limit', async () => {
  const doors = [limit(10), limit(1_000)];
  const node = await world.anotherNode();
  const apps = [world.program.app, node.program.app];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => tried(doors, apps[i % 2])),
  );
  expect(answers.filter((answer) => answer === 'let through')).toHaveLength(10);
});

test('limits in any order do not wait for each other in a circle', async () => {
  const [one, two] = [limit(100), limit(100)];
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, i) => tried(i % 2 ? [one, two] : [two, one])),
  );
  expect(new Set(answers)).toEqual(new Set(['let through']));
});

test('what has run out is cleaned up by later tries, and no name is stored', async () => {
  const doors = Array.from({ length: 12 }, () => limit());
  for (const door of doors) await tried([door]);
  world.clock.advance({ hours: 2 });
  for (let i = 0; i < 5; i += 1) await tried([limit()]);
  const rows = await world.sql<{ key: Buffer; until: string }>('SELECT key, until FROM throttle');
  expect(rows).toHaveLength(5);
  expect(rows.every(({ key }) => key.length === 32)).toBe(true);
});

describe('addresses', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
