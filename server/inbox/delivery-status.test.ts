import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeliveryStatus } from '../../contract/inbox/delivery.ts';
import { forward } from './delivery-status.ts';

const told = fc.array(
  fc.constantFrom(
    ...['queued', 'accepted', 'sending', 'sent', 'delivered', 'read'],
    ...['undelivered', 'failed', 'canceled', 'brandnew', ''],
  ),
  { maxLength: 12 },
);
const after = (from: DeliveryStatus, all: readonly string[]) =>
  all.reduce<DeliveryStatus>((status, one) => forward(status, one) ?? status, from);

test('J-15 whatever order reports come in, a message ends in the same state', () => {
  const shuffled = told.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(after('sent', other)).toBe(after('sent', one));
    }),
  );
});

test('told twice is told once', () => {
  fc.assert(
    fc.property(told, (all) => {
      expect(after('sent', [...all, ...all])).toBe(after('sent', all));
    }),
  );
});

test.each<[DeliveryStatus, string, DeliveryStatus | null]>([
  ['queued', 'sent', 'sent'],
  ['sending', 'delivered', 'delivered'],
  ['sent', 'sent', null],
  ['delivered', 'sent', null],
  ['read', 'delivered', null],
  ['sent', 'undelivered', 'failed'],
  ['failed', 'delivered', null],
  ['bounced', 'read', null],
  ['sent', 'received', null],
])('%s, told %s: %s', (from, one, to) => {
  expect(forward(from, one)).toBe(to);
});
