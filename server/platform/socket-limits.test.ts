import { expect, test } from 'vitest';
import { openSocketLimits } from './socket-limits.ts';

const socket = () => {
  const closed: number[] = [];
  return { closed, close: (code: number) => void closed.push(code) };
};

test('of an account the oldest goes when there is one too many', () => {
  const limits = openSocketLimits({ waiting: 9, open: 2 });
  const [one, two, three, others] = [socket(), socket(), socket(), socket()];
  for (const each of [one, two]) limits.admit('nia', each);
  limits.admit('ada', others);
  limits.admit('nia', three);
  expect([one, two, three, others].map(({ closed }) => closed)).toEqual([[4429], [], [], []]);
  limits.leave('nia', one);
  limits.leave('nia', two);
  limits.admit('nia', socket());
  expect(three.closed).toEqual([]);
});

test('of an address only so many may wait to say who they are', () => {
  const limits = openSocketLimits({ waiting: 2, open: 9 });
  expect(['192.0.2.1', '192.0.2.1', '192.0.2.1'].map(limits.knock)).toEqual([true, true, false]);
  expect(limits.knock('192.0.2.2')).toBe(true);
  limits.answered('192.0.2.1');
  expect(limits.knock('192.0.2.1')).toBe(true);
  expect(['2001:db8::1', '2001:db8::2', '2001:db8::3'].map(limits.knock)).toEqual([
    ...[true, true, false],
  ]);
});
