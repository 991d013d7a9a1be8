import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Helper, Slot } from './proposal.ts';
import { propose } from './propose.ts';

const hour = 3_600_000;
const dayMs = 24 * hour;

const slotOn = (day: number, start = 18, hours = 2, duty_type = 'doors'): Slot => ({
  ...{ date: `day ${day}`, duty_type, day },
  from: day * dayMs + start * hour,
  until: day * dayMs + (start + hours) * hour,
});
const helper = (id: string, more: Partial<Helper> = {}): Helper => ({
  ...{ id, name: `Name ${id}`, before: 0, days: [], busy: [], unwilling: () => null },
  ...more,
});
const days = (count: number) => Array.from({ length: count }, (_, day) => slotOn(day));
const loads = ({ helpers, proposal }: ReturnType<typeof propose>) =>
  helpers.map((one, index) => one.before + proposal.filter((holder) => holder === index).length);
const spread = (counts: number[]) => Math.max(...counts) - Math.min(...counts);

/** A roster of up to two weeks with overlapping duties, and people who are busy or unwilling here and there. */
const rosters = fc.record({
  slots: fc.array(
    fc
      .record({
        day: fc.integer({ min: 0, max: 13 }),
        start: fc.integer({ min: 0, max: 23 }),
        hours: fc.integer({ min: 1, max: 8 }),
      })
      .map(({ day, start, hours }) => slotOn(day, start, hours, `duty ${start}`)),
    { maxLength: 25 },
  ),
  helpers: fc.array(
    fc.record({
      busy: fc.array(
        fc.record({ at: fc.integer({ min: 0, max: 335 }), hours: fc.integer({ min: 1, max: 40 }) }),
        { maxLength: 4 },
      ),
      notDays: fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 5 }),
      before: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 6 },
  ),
});
type Drawn = typeof rosters extends fc.Arbitrary<infer T> ? T : never;
const helpersOf = ({ helpers }: Drawn) =>
  helpers.map(({ busy, notDays, before }, i) =>
    helper(String(i), {
      before,
      busy: busy.map(({ at, hours }) => ({ from: at * hour, until: (at + hours) * hour })),
      unwilling: (slot) => (notDays.includes(slot.day) ? 'day_not' : null),
    }),
  );

describe('whatever the roster and the people', () => {
  test('nobody is proposed who is committed, unwilling, or proposed elsewhere at that time', () => {
    fc.assert(
      fc.property(rosters, (drawn) => {
        const { helpers, proposal } = propose(drawn.slots, helpersOf(drawn));
        const taken = helpers.map(() => [] as Slot[]);
        proposal.forEach((holder, index) => {
          if (holder === null) return;
          const slot = drawn.slots[index] as Slot;
          const one = helpers[holder] as Helper;
          expect(one.unwilling(slot)).toBeNull();
          for (const span of [...one.busy, ...(taken[holder] as Slot[])]) {
            expect(span.from < slot.until && slot.from < span.until).toBe(false);
          }
          taken[holder]?.push(slot);
        });
        expect(proposal).toHaveLength(drawn.slots.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a place stays open only when everyone is committed, unwilling, or proposed at that time', () => {
    fc.assert(
      fc.property(rosters, (drawn) => {
        const { helpers, proposal } = propose(drawn.slots, helpersOf(drawn));
        proposal.forEach((holder, index) => {
          if (holder !== null) return;
          const slot = drawn.slots[index] as Slot;
          const could = helpers.filter((one, at) => {
            const own = drawn.slots.filter((_, i) => proposal[i] === at);
            const free = [...one.busy, ...own].every(
              (span) => span.until <= slot.from || slot.until <= span.from,
            );
            return free && one.unwilling(slot) === null;
          });
          expect(could).toEqual([]);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('the same again is the same, in whatever order people come', () => {
    fc.assert(
      fc.property(rosters, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
        const people = helpersOf(drawn);
        const keyed = people.map((one) => ({ one, key: numbers.next().value }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ one }) => one);
        const nameOf = (made: ReturnType<typeof propose>) =>
          made.proposal.map((holder) => (holder === null ? null : made.helpers[holder]?.id));
        expect(nameOf(propose(drawn.slots, shuffled))).toEqual(
          nameOf(propose(drawn.slots, people)),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('spread', () => {
  test('where everyone can, nobody has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 40 }), (n, count) => {
        const people = Array.from({ length: n }, (_, i) => helper(String(i)));
        expect(spread(loads(propose(days(count), people)))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('as even as can be where some can’t: no other choice is more even', () => {
    const small = fc.record({
      able: fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
        minLength: 2,
        maxLength: 3,
      }),
      before: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(small, ({ able, before }) => {
        const people = able.map((row, i) =>
          helper(String(i), {
            before: before[i] as number,
            unwilling: (slot) => (row[slot.day] ? null : 'duty_not'),
          }),
        );
        const made = propose(days(5), people);
        const cost = (counts: number[]) => counts.reduce((sum, one) => sum + one * one, 0);
        const choices = Array.from({ length: 5 }, (_, day) =>
          able.flatMap((row, i) => (row[day] ? [i] : [])),
        );
        const all = choices.reduce<number[][]>(
          (plans, can) =>
            can.length === 0 ? plans : plans.flatMap((plan) => can.map((one) => [...plan, one])),
          [[]],
        );
        const best = Math.min(
          ...all.map((plan) =>
            cost(people.map((one, i) => one.before + plan.filter((holder) => holder === i).length)),
          ),
        );
        expect(cost(loads(made))).toBe(best);
        expect(made.proposal.filter((one) => one === null)).toHaveLength(
          choices.filter((can) => can.length === 0).length,
        );
      }),
      { numRuns: 400 },
    );
  });

  test('who has some already gets fewer', () => {
    const people = [helper('a', { before: 4 }), helper('b'), helper('c')];
    expect(loads(propose(days(6), people))).toEqual([4, 3, 3]);
  });
});

describe('in a row', () => {
  test('nobody is on two days in a row where two can take turns', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 31 }), (n, count) => {
        const people = Array.from({ length: n }, (_, i) => helper(String(i)));
        const { proposal } = propose(days(count), people);
        proposal.forEach((holder, day) => {
          if (day > 0) expect(holder).not.toBe(proposal[day - 1]);
        });
      }),
    );
  });

  test('two duties a day and five people: nobody the day after', () => {
    const slots = Array.from({ length: 30 }, (_, i) =>
      slotOn(Math.floor(i / 2), i % 2 ? 20 : 5, 1),
    );
    const people = Array.from({ length: 5 }, (_, i) => helper(String(i)));
    const made = propose(slots, people);
    const onDay = (day: number) => made.proposal.filter((_, i) => Math.floor(i / 2) === day);
    for (let day = 1; day < 15; day += 1) {
      expect(onDay(day).filter((one) => onDay(day - 1).includes(one))).toEqual([]);
    }
    expect(loads(made)).toEqual([6, 6, 6, 6, 6]);
  });

  test('where it can’t be avoided, places are filled all the same', () => {
    expect(propose(days(5), [helper('a')]).proposal).toEqual([0, 0, 0, 0, 0]);
  });
});

test('someone who keeps another from a place they alone could have makes room', () => {
  const slots = [slotOn(0, 18, 2, 'doors'), slotOn(0, 19, 2, 'tea')];
  const onlyDoors = helper('z', { unwilling: (slot) => (slot.duty_type === 'tea' ? 'no' : null) });
  expect(propose(slots, [helper('a'), onlyDoors]).proposal).toEqual([1, 0]);
});

test('nobody to choose from, or nothing to fill', () => {
  expect(propose(days(2), []).proposal).toEqual([null, null]);
  expect(propose([], [helper('a')]).proposal).toEqual([]);
});

test('a year of three duties for fifty people is a second’s work', () => {
  const slots = Array.from({ length: 999 }, (_, i) => slotOn(Math.floor(i / 3), 6 * (i % 3), 2));
  const people = Array.from({ length: 50 }, (_, i) =>
    helper(String(i), {
      unwilling: (slot) => ((slot.day * 7 + i * 3) % 11 < 3 ? 'day_not' : null),
    }),
  );
  const before = process.cpuUsage();
  const made = propose(slots, people);
  const { user } = process.cpuUsage(before);
  expect(spread(loads(made))).toBeLessThanOrEqual(1);
  expect(user / 1_000).toBeLessThan(3_000);
});
