import { availableParallelism } from 'node:os';
import { hash } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { cpuOf } from '../testing/cpu-of.ts';
import { checkPassword, hashPassword, isWeakHash } from './password.ts';

describe('password hashes', () => {
  test('are argon2id with its own salt each, and tell right from wrong', async () => {
    const password = 'correct horse battery staple';
    const [one, two] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await checkPassword(one, password)).toBe(true);
    expect(await checkPassword(one, `${password} `)).toBe(false);
  });

  test('nothing is cut off at 72 bytes', async () => {
    const stored = await hashPassword(`${'p'.repeat(72)}a`);
    expect(await checkPassword(stored, `${'p'.repeat(72)}b`)).toBe(false);
  });

  test('without a stored hash the answer is no, after the same work', async () => {
    const stored = await hashPassword('tall grass at noon');
    const known = await usualCpuOf(() => checkPassword(stored, 'tall grass at night'));
    const unknown = await usualCpuOf(() => checkPassword(null, 'tall grass at night'));
    expect(await checkPassword(null, 'tall grass at noon')).toBe(false);
    expect(Math.abs(known - unknown)).toBeLessThan(known / 2);
  });

  test('weaker parameters are noticed', async () => {
    const weak = await hash('x', { memoryCost: 4_096, timeCost: 2, parallelism: 1 });
    expect(isWeakHash(weak)).toBe(true);
    expect(isWeakHash(await hashPassword('x'))).toBe(false);
  });

  test('10 kB are refused without hashing', async () => {
    const spent = await usualCpuOf(() => checkPassword(null, 'x'.repeat(10_000)));
    expect(spent).toBeLessThan(5);
  });

  test('a flood is turned away instead of taking the machine', async () => {
    const flood = Array.from({ length: 125 }, () => checkPassword(null, 'tall grass'));
    const settled = await Promise.allSettled(flood);
    const refused = settled.filter((one) => one.status === 'rejected');
    const atOnce = Math.max(1, Math.min(4, availableParallelism() - 1));
    expect(refused).toHaveLength(25 - atOnce);
    expect(refused[0]?.reason).toMatchObject({ status: 503, code: 'busy' });
  });
});

async function usualCpuOf(work: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let run = 0; run < 7; run += 1) spent.push(await cpuOf(work));
  return spent.sort((a, b) => a - b)[3] ?? 0;
}
