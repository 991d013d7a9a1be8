import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HourScope, RuleConditions, RuleWindow } from '../../../contract/platform/approval.ts';
import { dayNumber, wallStretches } from '../../timeline/module.ts';
import { reachedWindow } from './reached-window.ts';
import { type Facts, type Rule, whyApprovalNeeded } from './why-approval-needed.ts';

const rule = (conditions: RuleConditions, change: Partial<Rule> = {}): Rule => ({
  ...{ id: 'a', name: 'Evenings', resource_id: null, conditions, is_active: true },
  ...{ effective_from: null, effective_until: null },
  ...change,
});
const facts = (change: Partial<Facts> = {}): Facts => ({
  ...{ date: '2026-11-20', clock: evening(18, 20), resource: 'court', role: 'member' },
  ...{ minutes: { request: 120, day: 120, week: 600, month: 2_400 }, first: false, cost: null },
  ...change,
});
/** Friday, 20 November 2026, from one full hour to another. */
function evening(from: number, until: number) {
  const day = dayNumber('2026-11-20') * 1_440;
  return [{ from: day + from * 60, until: day + until * 60 }];
}
const windowOf = (weekdays: number[], start_time: string, end_time: string): RuleWindow => ({
  ...{ weekdays, start_time, end_time },
});
const friday = windowOf([4], '18:00', '21:00');
const said = (conditions: RuleConditions, change: Partial<Facts> = {}) =>
  whyApprovalNeeded([rule(conditions)], facts(change))?.[0]?.detail ?? null;

describe('what matches, and in which words', () => {
  test.each<[string, RuleConditions, Partial<Facts>, string | null]>([
    ['nothing named', {}, {}, 'an admin decides on each.'],
    ['a window', { window: friday }, {}, 'it reaches into Friday from 18:00 to 21:00.'],
    [
      'its last minute',
      { window: friday },
      { clock: evening(20, 23) },
      'it reaches into Friday from 18:00 to 21:00.',
    ],
    ['only touched after', { window: friday }, { clock: evening(21, 22) }, null],
    ['only touched before', { window: friday }, { clock: evening(16, 18) }, null],
    ['another weekday', { window: windowOf([3, 5], '18:00', '21:00') }, {}, null],
    [
      'over midnight',
      { window: windowOf([3], '22:00', '02:00') },
      { clock: evening(1, 3) },
      'it reaches into Thursday from 22:00 to 02:00.',
    ],
    [
      'over midnight, begins tonight',
      { window: windowOf([4], '22:00', '02:00') },
      { clock: evening(1, 3) },
      null,
    ],
    [
      'Sunday into Monday',
      { window: windowOf([6], '23:00', '01:00') },
      {
        clock: [
          { from: dayNumber('2026-11-23') * 1_440, until: dayNumber('2026-11-23') * 1_440 + 30 },
        ],
      },
      'it reaches into Sunday from 23:00 to 01:00.',
    ],
    ['all day', { window: windowOf([4], '00:00', '00:00') }, {}, 'it reaches into Friday all day.'],
    ['a role', { roles: ['member'] }, {}, 'it is asked for in that role.'],
    ['another role', { roles: ['steward'] }, {}, null],
    [
      'long',
      { hours: { over_minutes: 119, per: 'request' } },
      {},
      'it takes 2 h, more than 1 h 59 min.',
    ],
    ['as long as allowed', { hours: { over_minutes: 120, per: 'request' } }, {}, null],
    [
      'a full week',
      { hours: { over_minutes: 540, per: 'week' } },
      {},
      'they would have that week 10 h, more than 9 h.',
    ],
    ['a month with room', { hours: { over_minutes: 2_400, per: 'month' } }, {}, null],
    [
      'none at all',
      { hours: { over_minutes: 0, per: 'day' } },
      {},
      'they would have that day 2 h, more than 0 min.',
    ],
    ['a first', { first_booking: true }, { first: true }, 'it is their first.'],
    ['a second', { first_booking: true }, {}, null],
    [
      'dear',
      { cost: { over: 1_000, currency: 'EUR' } },
      { cost: { amount: 1_005, currency: 'EUR' } },
      'it costs 10.05 EUR, more than 10.00 EUR.',
    ],
    [
      'dear in yen',
      { cost: { over: 5, currency: 'JPY' } },
      { cost: { amount: 1_005, currency: 'JPY' } },
      'it costs 1005 JPY, more than 5 JPY.',
    ],
    [
      'as dear as allowed',
      { cost: { over: 1_000, currency: 'EUR' } },
      { cost: { amount: 1_000, currency: 'EUR' } },
      null,
    ],
    [
      'another currency',
      { cost: { over: 1_000, currency: 'EUR' } },
      { cost: { amount: 9_000, currency: 'USD' } },
      null,
    ],
    ['no price', { cost: { over: 0, currency: 'EUR' } }, {}, null],
    [
      'both',
      { window: friday, roles: ['member'] },
      {},
      'it reaches into Friday from 18:00 to 21:00, it is asked for in that role.',
    ],
    ['one of two', { window: friday, first_booking: true }, {}, null],
  ])('%s', (_what, conditions, change, sentence) => {
    expect(said(conditions, change)).toBe(sentence && `Evenings: ${sentence}`);
  });

  test.each<[string, Partial<Rule>, boolean]>([
    ['as it is', {}, true],
    ['switched off', { is_active: false }, false],
    ['from that day on', { effective_from: '2026-11-20' }, true],
    ['from the day after', { effective_from: '2026-11-21' }, false],
    ['until that day', { effective_until: '2026-11-20' }, true],
    ['until the day before', { effective_until: '2026-11-19' }, false],
    ['of its resource', { resource_id: 'court' }, true],
    ['of another', { resource_id: 'hall' }, false],
  ])('%s', (_what, change, matches) => {
    expect(whyApprovalNeeded([rule({}, change)], facts()) !== null).toBe(matches);
  });

  test('each that matches is told; none is null', () => {
    const rules = [rule({}), rule({ first_booking: true }, { id: 'b' }), rule({}, { id: 'c' })];
    expect(whyApprovalNeeded(rules, facts())?.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(whyApprovalNeeded([], facts())).toBeNull();
  });
});

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const anyMinute = fc.integer({ min: 0, max: 1_439 }).map(clock);
const anyWindow = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  start_time: anyMinute,
  end_time: anyMinute,
});
const parts = {
  window: anyWindow,
  roles: fc.constantFrom<string[]>(['member'], ['owner', 'admin'], ['member', 'owner']),
  hours: fc.record({
    over_minutes: fc.integer({ min: 0, max: 300 }),
    per: fc.constantFrom<HourScope>('request', 'day', 'week', 'month'),
  }),
  first_booking: fc.constant<true>(true),
  cost: fc.record({ over: fc.integer({ min: 0, max: 90 }), currency: fc.constant('EUR') }),
};
const anyConditions: fc.Arbitrary<RuleConditions> = fc.oneof(
  fc.record(parts, { requiredKeys: [] }),
  fc.record({ hours: parts.hours }),
  fc.record({ roles: parts.roles }),
);
const anyDate = fc.constantFrom(null, '2026-11-19', '2026-11-20', '2026-11-21');
const anyRule: fc.Arbitrary<Rule> = fc.record({
  ...{ id: fc.uuid(), name: fc.constant('Rule'), conditions: anyConditions },
  ...{ resource_id: fc.constantFrom(null, 'court', 'hall'), is_active: fc.boolean() },
  ...{ effective_from: anyDate, effective_until: anyDate },
});
const anyFacts = fc
  .record({
    from: fc.integer({ min: 0, max: 1_439 }),
    length: fc.integer({ min: 1, max: 600 }),
    role: fc.constantFrom('member', 'owner', 'steward'),
    more: fc.integer({ min: 0, max: 300 }),
    first: fc.boolean(),
    cost: fc.option(fc.record({ amount: fc.nat(100), currency: fc.constantFrom('EUR', 'USD') })),
  })
  .map(({ from, length, more, ...others }) => {
    const begins = dayNumber('2026-11-20') * 1_440 + from;
    const minutes = { request: length, day: length, week: length + more, month: length + 2 * more };
    return facts({ ...others, clock: [{ from: begins, until: begins + length }], minutes });
  });

describe('whatever the rules are', () => {
  test('one more never removes a need, nor a match', () => {
    let needed = 0;
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyRule, anyFacts, (rules, more, asked) => {
        const before = whyApprovalNeeded(rules, asked) ?? [];
        const after = whyApprovalNeeded([...rules, more], asked) ?? [];
        expect(after.slice(0, before.length)).toEqual(before);
        if (before.length > 0) needed += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(needed).toBeGreaterThan(100);
  });

  test('one condition more never makes a rule match that did not', () => {
    fc.assert(
      fc.property(anyRule, anyConditions, anyFacts, (one, extra, asked) => {
        const narrower = { ...one, conditions: { ...extra, ...one.conditions } };
        const isNeeded = (which: Rule) => whyApprovalNeeded([which], asked) !== null;
        if (isNeeded(narrower)) expect(isNeeded(one)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('one that is switched off, or not in effect, never matches', () => {
    fc.assert(
      fc.property(anyRule, anyFacts, (one, asked) => {
        const off = { ...one, is_active: false };
        const over = { ...one, effective_until: '2026-11-19' };
        expect(whyApprovalNeeded([off, over], asked)).toBeNull();
      }),
    );
  });
});

/** Days around both nights on which clocks change, in zones that change by an hour, half of one, at midnight. */
const nights = [
  ...(['2026-03-29', '2026-10-25'] as const).map((date) => ['Europe/Berlin', date] as const),
  ...(['2026-03-29', '2026-10-25'] as const).map((date) => ['Europe/London', date] as const),
  ...(['2026-03-08', '2026-11-01'] as const).map((date) => ['America/New_York', date] as const),
  ...(['2026-04-05', '2026-10-04'] as const).map((date) => ['Australia/Lord_Howe', date] as const),
  ...(['2026-04-05', '2026-09-06'] as const).map((date) => ['America/Santiago', date] as const),
];

/** By the clock alone, minute by minute: does it show one of the window? */
function isShown(window: RuleWindow, at: Temporal.ZonedDateTime): boolean {
  const time = at.toPlainTime().toString().slice(0, 5);
  const { start_time: start, end_time: end } = window;
  const on = (days: number) => window.weekdays.includes(at.add({ days }).dayOfWeek - 1);
  if (start < end) return on(0) && time >= start && time < end;
  return (on(0) && time >= start) || (on(-1) && time < end);
}

test('windows are what clocks show, minute by minute, around both nights of five zones', () => {
  let reached = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...nights),
      anyWindow,
      fc.integer({ min: -1_440, max: 2_000 }),
      fc.integer({ min: 1, max: 400 }),
      ([zone, date], window, offset, length) => {
        const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone);
        const start = midnight.add({ minutes: offset });
        const minutes = Array.from({ length }, (_, minute) => start.add({ minutes: minute }));
        const end = start.add({ minutes: length });
        const stretches = wallStretches(
          ...([start.toInstant().toString(), end.toInstant().toString()] as const),
          zone,
        );
        const isReached = reachedWindow(window, stretches) !== null;
        expect(isReached).toBe(minutes.some((at) => isShown(window, at)));
        if (isReached) reached += 1;
      },
    ),
    { numRuns: 800 },
  );
  expect(reached).toBeGreaterThan(100);
  expect(reached).toBeLessThan(700);
});
