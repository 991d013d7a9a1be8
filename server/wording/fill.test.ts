import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill, unfill, whyUnfit } from './fill.ts';

const names = ['date', 'decided_by'];

test.each([
  ['Hello {{decided_by}}: {{ date }}', []],
  ['no variable at all', []],
  ['a } b { c', []],
  ['{{dat}} and {{dat}}', ['There is no {{dat}} in this message.']],
  ['{{date}', ['Write a variable as {{name}}.']],
  ['{{Date}}', ['Write a variable as {{name}}.']],
  ['{{{date}}}', []],
  ['{{constructor}}', ['There is no {{constructor}} in this message.']],
])('%s', (text, sentences) => {
  expect(whyUnfit(text, names)).toEqual(sentences);
});

test('fills in values as they are, once', () => {
  const values = { date: '{{decided_by}}', decided_by: '$& $1 <b>' };
  expect(fill('{{date}}, {{decided_by}}, {{notes}}{{constructor}}', values)).toBe(
    '{{decided_by}}, $& $1 <b>, ',
  );
});

const value = fc.string({
  unit: fc.constantFrom(...'abc 12–:'.split('')),
  minLength: 3,
  maxLength: 8,
});

test('a text that is taken apart is the same when it is filled in again', () => {
  fc.assert(
    fc.property(fc.string(), fc.record({ date: value, time: value }), (text, values) => {
      fc.pre(!/[{}]/.test(text));
      const whole = `${text}${values.date} x ${values.time}`;
      expect(fill(unfill(whole, values), values)).toBe(whole);
      expect(whyUnfit(unfill(whole, values), ['date', 'time'])).toEqual([]);
    }),
  );
});
