import { expect, test } from 'vitest';
import { knownTimeZone } from './time-zone.ts';

test.each([
  ['Europe/London', 'Europe/London'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['UTC', 'UTC'],
  ['+02:00', null],
  ['Mars/Olympus', null],
  ['', null],
])('%s is %s', (name, zone) => {
  expect(knownTimeZone(name)).toBe(zone);
});
