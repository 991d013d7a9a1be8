import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Colleague, rankCandidates } from './rank-candidates.ts';
import { stretchOf } from './uncovered.ts';

// Friday, 20 November 2026, six to nine: three hours.
const zone = 'Europe/London';
const friday = '2026-11-20';
const need = { date: friday, stretches: [stretchOf(friday, '06:00:00', '09:00:00', zone)] };
const monday = '2026-11-16';
const pattern = {
  weekdays: [{ weekday: 5, count: 8 }],
  startHours: [{ hour: 6, count: 8 }],
  meanMinutes: 180,
  weeks: 12,
};
const someone = (name: string, facts: Partial<Colleague> = {}): Colleague => ({
  id: name,
  name,
  limitMinutes: 2_400,
  weekMinutes: new Map(),
  busy: [],
  pattern: null,
  ...facts,
});
const names = (people: Colleague[]) => rankCandidates(need, people).map(({ name }) => name);
const at = (start: string, end: string, date = friday) => stretchOf(date, start, end, zone);

describe('who is not proposed', () => {
  test.each([
    ['busy in the middle', { busy: [at('07:00:00', '08:00:00')] }, []],
    ['busy until a minute after it begins', { busy: [at('05:00:00', '06:01:00')] }, []],
    ['busy until it begins', { busy: [at('05:00:00', '06:00:00')] }, ['A']],
    ['busy from its end', { busy: [at('09:00:00', '10:00:00')] }, ['A']],
    ['with three hours left', { weekMinutes: new Map([[monday, 2_220]]) }, ['A']],
    ['with a minute less', { weekMinutes: new Map([[monday, 2_221]]) }, []],
    ['without the rest they want', { work: [at('00:00:00', '03:00:00')], restMinutesMin: 181 }, []],
    ['with just that rest', { work: [at('00:00:00', '03:00:00')], restMinutesMin: 180 }, ['A']],
    ['on for longer a day', { work: [at('12:00:00', '18:00:00')], dailyLimitMinutes: 539 }, []],
    ['on for just as long', { work: [at('12:00:00', '18:00:00')], dailyLimitMinutes: 540 }, ['A']],
    ['full in another week', { weekMinutes: new Map([['2026-11-23', 2_400]]) }, ['A']],
  ] as const)('%s', (_, facts, expected) => {
    expect(names([someone('A', facts)])).toEqual(expected);
  });

  test('who is busy in one of two stretches', () => {
    const two = {
      date: friday,
      stretches: [at('06:00:00', '07:00:00'), at('08:00:00', '09:00:00')],
    };
    const between = someone('A', { busy: [at('07:00:00', '08:00:00')] });
    const second = someone('B', { busy: [at('08:30:00', '08:40:00')] });
    expect(rankCandidates(two, [between, second]).map(({ name }) => name)).toEqual(['A']);
  });

  test('who said no', () => {
    const said = (id: string) => (id === 'A' ? false : undefined);
    const ranked = rankCandidates(need, [someone('A'), someone('B')], said);
    expect(ranked.map(({ name }) => name)).toEqual(['B']);
  });
});

describe('who comes first', () => {
  test('used to both, then to one, then to neither; three at most', () => {
    const other = { ...pattern, startHours: [{ hour: 21, count: 8 }], meanMinutes: 60 };
    const hour = { ...pattern, weekdays: [{ weekday: 1, count: 8 }] };
    const people = [
      someone('A'),
      someone('B', { pattern: hour, weekMinutes: new Map([[monday, 60]]) }),
      someone('C', { pattern: other }),
      someone('D', { pattern }),
    ];
    expect(names(people)).toEqual(['D', 'C', 'B']);
  });

  test('who said yes, before all habits', () => {
    const people = [someone('A', { pattern }), someone('B')];
    const ranked = rankCandidates(need, people, (id) => (id === 'B' ? true : undefined));
    expect(ranked[0]).toMatchObject({ name: 'B' });
    expect(ranked[0]?.reasons[0]).toBe('says they are available');
  });

  test('who works that day more often, then who has more hours left, then by name', () => {
    const often = { ...pattern, weekdays: [{ weekday: 5, count: 9 }] };
    expect(names([someone('A', { pattern }), someone('B', { pattern: often })])).toEqual([
      'B',
      'A',
    ]);
    const less = { weekMinutes: new Map([[monday, 1]]) };
    expect(names([someone('A', less), someone('B')])).toEqual(['B', 'A']);
    expect(names([someone('B'), someone('A')])).toEqual(['A', 'B']);
  });
});

test.each([
  ['both', pattern, 'usually works Fridays (8 in 12 weeks) at this hour'],
  [
    'the day',
    { ...pattern, startHours: [{ hour: 21, count: 3 }] },
    'usually works Fridays (8 in 12 weeks), at other hours',
  ],
  ['the hour', { ...pattern, weekdays: [] }, 'used to this hour, not to Fridays'],
  [
    'a shift that is under way by then',
    { ...pattern, startHours: [{ hour: 3, count: 3 }], meanMinutes: 300 },
    'usually works Fridays (8 in 12 weeks) at this hour',
  ],
  ['neither', { ...pattern, weekdays: [], startHours: [] }, 'not used to Fridays at this hour'],
  ['nothing known', null, 'no usual days yet'],
])('the reasons in words: %s', (_, known, habit) => {
  const facts = { pattern: known, weekMinutes: new Map([[monday, 540]]) };
  expect(rankCandidates(need, [someone('A', facts)])).toEqual([
    {
      id: 'A',
      name: 'A',
      reasons: ['free from 06:00 to 09:00', '12 of 40 hours that week with it', habit],
      minutesAfter: 720,
      limitMinutes: 2_400,
    },
  ]);
});

test('the night that loses an hour needs one hour less', () => {
  const night = {
    date: '2027-03-28',
    stretches: [stretchOf('2027-03-28', '00:00:00', '06:00:00', zone)],
  };
  const left = new Map([['2027-03-22', 2_100]]);
  expect(rankCandidates(night, [someone('A', { weekMinutes: left })])).toHaveLength(1);
  const long = {
    date: '2027-10-31',
    stretches: [stretchOf('2027-10-31', '00:00:00', '06:00:00', zone)],
  };
  expect(
    rankCandidates(long, [someone('A', { weekMinutes: new Map([['2027-10-25', 2_040]]) })]),
  ).toHaveLength(0);
});

test('never anyone busy or over their hours; the same in whatever order people come', () => {
  const quarter = (n: number) => stretchOf(friday, '00:00:00', '00:15:00', zone).from + n * 900_000;
  const busy = fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from: quarter(from), until: quarter(from + length) }));
  const count = fc.integer({ min: 0, max: 12 });
  const colleague = fc.record({
    id: fc.uuid(),
    name: fc.constantFrom('Ada', 'Ben', 'Cleo'),
    limitMinutes: fc.integer({ min: 60, max: 2_400 }),
    weekMinutes: fc.integer({ min: 0, max: 2_400 }).map((minutes) => new Map([[monday, minutes]])),
    busy: fc.array(busy, { maxLength: 3 }),
    pattern: fc.option(
      fc.record({
        weekdays: fc
          .tuple(fc.integer({ min: 1, max: 7 }), count)
          .map(([weekday, n]) => [{ weekday, count: n }]),
        startHours: fc.array(fc.record({ hour: fc.integer({ min: 0, max: 23 }), count }), {
          maxLength: 2,
        }),
        meanMinutes: fc.integer({ min: 1, max: 600 }),
        weeks: fc.integer({ min: 1, max: 12 }),
      }),
    ),
  });
  const people = fc.uniqueArray(colleague, { selector: ({ id }) => id, maxLength: 12 });
  fc.assert(
    fc.property(people, fc.integer(), (all, seed) => {
      const ranked = rankCandidates(need, all);
      const shuffled = all.toSorted((a, b) => (a.id < b.id ? 1 : -1) * (seed % 2 || 1));
      expect(rankCandidates(need, shuffled)).toEqual(ranked);
      const [wanted] = need.stretches;
      const could = all.filter(
        (one) =>
          one.busy.every(({ from, until }) => until <= wanted!.from || from >= wanted!.until) &&
          (one.weekMinutes.get(monday) ?? 0) + 180 <= one.limitMinutes,
      );
      expect(ranked).toHaveLength(Math.min(3, could.length));
      const ids = new Set(could.map(({ id }) => id));
      for (const { id } of ranked) expect(ids).toContain(id);
    }),
  );
});
