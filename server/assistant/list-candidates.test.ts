import { beforeAll, expect, test } from 'vitest';
import { say } from '../availability/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, commitElsewhere, openPeriod, outcome } from '../testing/rota-steps.ts';
import { takes } from './testing.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const candidates = (span: Record<string, string>, who: 'ben' | 'cleo' | 'fay' = 'ben') =>
  world.as[who].get(`/api/candidates?${new URLSearchParams(span)}`);
const noon = { date: '2026-12-03', start_time: '12:00', end_time: '14:00' };
const names = ({ body }: { body: { name: string }[] }) => body.map(({ name }) => name);

test('a stranger is asked to log in, a member may not, next door sees none of ours', async () => {
  const stranger = await world.anyone.get(`/api/candidates?${new URLSearchParams(noon)}`);
  expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
  expect(outcome(await candidates(noon, 'cleo'))).toEqual([403, 'forbidden']);
  expect(names(await candidates(noon, 'fay'))).toEqual(['Fay Doyle', 'Gus Weber']);
});

test('those who are free and within their hours, with the reasons; a request takes nobody', async () => {
  await takes(world, 'dev', { period, date: '2026-12-03', start: '13:00', end: '15:00' });
  await asked(world, 'cleo', { period, date: '2026-12-03', start: '12:00', end: '14:00' });
  await commitElsewhere(world, 'ada', '2026-12-03T11:00:00Z', '2026-12-03T12:01:00Z');
  const answer = await candidates(noon);
  expect(names(answer)).toEqual(['Ben Lindqvist', 'Cleo Marsh', 'Eli Novak']);
  expect(answer.body[1]).toEqual({
    person: world.ids.cleo,
    name: 'Cleo Marsh',
    reasons: ['free from 12:00 to 14:00', '2 of 40 hours that week with it', 'no usual days yet'],
    hours_after: '2.00',
    limit: '40.00',
  });
});

test('over midnight, whoever is on the next morning is not free', async () => {
  await takes(world, 'eli', { period, date: '2026-12-11', start: '05:00', end: '08:00' });
  const night = { date: '2026-12-10', start_time: '22:00', end_time: '06:00', overnight: 'true' };
  const answer = await candidates(night);
  expect(names(answer)).toEqual(['Ada Okafor', 'Ben Lindqvist', 'Cleo Marsh']);
  expect(answer.body[0].reasons[0]).toBe('free from 22:00 to 06:00');
  expect(answer.body[0].hours_after).toBe('8.00');
});

test('whoever said that they can’t is left out, whoever said that they can comes first', async () => {
  const thursday = { weekday: 4, start_time: '10:00:00', end_time: '18:00:00' };
  await say(world, 'ada', [{ ...thursday, available: false }]);
  await say(world, 'eli', [{ ...thursday, available: true }]);
  const answer = await candidates({ ...noon, date: '2026-12-17' });
  expect(names(answer)).toEqual(['Eli Novak', 'Ben Lindqvist', 'Cleo Marsh']);
});

test('an end that is not after the start, and a time that spring skips: 400 with the field', async () => {
  const backwards = await candidates({ ...noon, end_time: '12:00' });
  expect([backwards.status, Object.keys(backwards.body.errors)]).toEqual([400, ['end_time']]);
  const skipped = await candidates({ date: '2027-03-28', start_time: '01:30', end_time: '04:00' });
  expect([skipped.status, Object.keys(skipped.body.errors)]).toEqual([400, ['start_time']]);
});
