import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Answered } from '../testing/client.ts';
import { does, offer, swapsNeedApproval, untruths } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { addDays } from '../timeline/module.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world, { name: 'Three at a time', seats: 3, end_date: '2027-11-30' });
});

const people = ['cleo', 'dev', 'eli'] as const;
const person = fc.nat({ max: 2 });
const pick = fc.nat({ max: 1 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('offer' as const),
      who: person,
      shift: pick,
      to: fc.option(person),
      for: fc.option(pick),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('take' as const), who: person, offer: pick }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('withdraw', 'refuse'), who: person, offer: pick }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('approve', 'approve', 'decline'),
      offer: pick,
      override: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('edit', 'cancel'), who: person, shift: pick }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('need' as const), needed: fc.boolean() }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Name = (typeof people)[number];
type Board = { shifts: string[]; offers: { id: string; to: Name | null }[] };

async function run(board: Board, one: Step): Promise<Answered | undefined> {
  /** Whose it was at first; what has changed hands is then offered by the wrong one, too. */
  const shiftOf = (who: number, which: number) => board.shifts[who * 2 + which] as string;
  if ('needed' in one) {
    await swapsNeedApproval(world, one.needed);
    return undefined;
  }
  if (one.do === 'offer') {
    const to = one.to === null ? null : (people[one.to] as Name);
    const wanted = one.to !== null && one.for !== null && shiftOf(one.to, one.for);
    const answer = await offer(world, people[one.who] as Name, shiftOf(one.who, one.shift), {
      ...(to && { to: world.ids[to] }),
      ...(wanted && { exchange_for: wanted }),
    });
    if (answer.status === 201) board.offers.unshift({ id: answer.body.id, to });
    return answer;
  }
  if ('shift' in one) {
    const path = `/api/shifts/${shiftOf(one.who, one.shift)}`;
    if (one.do === 'cancel') return world.as.ben.delete(path);
    return world.as.ben.patch(path, { start_time: '06:30', override_overtime: true });
  }
  const { id, to } = board.offers[one.offer] ?? {};
  if (!id) return undefined;
  // Mostly the right one: refusals of the wrong ones have tests of their own.
  if (one.do === 'take' && to) return does(world, to, 'take', id);
  if ('who' in one) return does(world, people[one.who] as Name, one.do as 'take', id);
  if (one.do === 'decline') return does(world, 'ben', 'decline', id);
  return does(world, 'ben', 'approve', id, { override_overtime: one.override });
}

/** Two shifts each, on two days: the first day's at the same time, the second's one after the other. */
async function boardOf(round: number): Promise<Board> {
  const date = addDays('2026-12-01', round * 2);
  const wishes = people.flatMap((who, i) => [
    { who, date, start: '06:00', end: '09:00' },
    { who, date: addDays(date, 1), start: `${10 + 2 * i}:00`, end: `${12 + 2 * i}:00` },
  ]);
  const shifts: string[] = [];
  for (const wish of wishes) {
    const answer = await world.as.ben.post('/api/shifts', {
      schedule_period: period,
      date: wish.date,
      start_time: wish.start,
      end_time: wish.end,
      admin_direct: true,
      requested_by: world.ids[wish.who],
      override_overtime: true,
    });
    shifts.push(answer.body.id);
  }
  return { shifts, offers: [] };
}

test('whatever people do with offers, two at a time: timeline and shifts agree, nothing breaks', async () => {
  let round = 0;
  let swaps = 0;
  const pairs = fc.array(fc.tuple(step, step), { minLength: 12, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(pairs, async (steps) => {
      const board = await boardOf(round++);
      for (const pair of steps) {
        const answers = await Promise.all(pair.map((one) => run(board, one)));
        for (const answer of answers) {
          expect(answer?.status ?? 200, JSON.stringify(answer?.body)).toBeLessThan(500);
        }
      }
      expect(await untruths(world)).toEqual([]);
      swaps = (await world.journal()).filter(({ event }) => event === 'shift.swapped').length;
    }),
    { numRuns: 20, endOnFailure: true, seed: 20261120 },
  );
  expect(swaps).toBeGreaterThan(10);
});
