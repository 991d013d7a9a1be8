import { beforeAll, expect, test } from 'vitest';
import { assigned, openRoster } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  const night = { name: 'Night; watch, all', start_time: '22:00', end_time: '06:00' };
  ({ roster, duty } = await openRoster(world, night));
});

const path = (more = '') => `/api/duty-assignments/grid.ics?roster=${roster}${more}`;
const events = async (more = '') =>
  (await world.as.eli.get(path(more))).body.split('BEGIN:VEVENT').slice(1);

test('an event for each assignment, by the clocks of the organisation; of one person, theirs', async () => {
  const id = await assigned(world, 'cleo', { roster, duty, date: '2026-12-02' });
  await assigned(world, 'dev', { roster, duty, date: '2026-12-01' });
  const answer = await world.as.eli.get(path());
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.body).toContain('BEGIN:VTIMEZONE');
  const [first, second] = await events();
  expect(first).toContain('Dev Patel');
  expect(second).toContain(`UID:${id}@callboard`);
  expect(second).toContain('DTSTART;TZID=Europe/London:20261202T220000');
  expect(second).toContain('DTEND;TZID=Europe/London:20261203T060000');
  expect(second).toContain('SUMMARY:Night\\; watch\\, all · Cleo Marsh');
  const own = await events(`&person=${world.ids.cleo}`);
  expect(own).toHaveLength(1);
  expect(own[0]).toContain('SUMMARY:Night\\; watch\\, all\r\n');
});

test('for people of the organisation only', async () => {
  expect((await world.anyone.get(path())).status).toBe(401);
  expect((await world.as.fay.get(path())).status).toBe(404);
});
