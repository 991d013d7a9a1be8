import ICAL from 'ical.js';
import { beforeAll, expect, test } from 'vitest';
import {
  addedResource,
  decide,
  type MadeSeries,
  madeSeries,
  nth,
  primeTime,
  readSeries,
} from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 1, '17:00', '19:00');
});

/** The newest calendar part about a series, and what a calendar program makes of it: starts by instant. */
async function calendarOf(id: string) {
  const [row] = await world.sql<{ id: string }>(
    `SELECT m.id FROM message m WHERE m.data #>> '{calendar,series,id}' = $1
     ORDER BY m.created_at DESC, m.id DESC LIMIT 1`,
    [id],
  );
  const { calendar } = (await world.as.ben.get(`/api/mailbox/${row?.id}`)).body;
  const parsed = new ICAL.Component(ICAL.parse(calendar.text));
  ICAL.TimezoneService.reset();
  for (const zone of parsed.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = parsed.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const master = events.find((event) => !event.isRecurrenceException());
  for (const event of events) if (event.isRecurrenceException()) master?.relateException(event);
  const starts: string[] = [];
  const iterator = master?.iterator();
  for (let at = iterator?.next(); at; at = iterator?.next()) {
    const details = master?.getOccurrenceDetails(at);
    starts.push(details?.startDate.toJSDate().toISOString() ?? '');
  }
  return {
    method: calendar.method,
    uids: [...new Set(events.map(({ uid }) => uid))],
    sequence: master?.sequence,
    starts: calendar.method === 'CANCEL' ? [] : starts.sort(),
  };
}
const startsOf = ({ reservations }: MadeSeries) =>
  reservations
    .filter(({ status }) => status === 'CONFIRMED' || status === 'PENDING')
    .map((one) => Temporal.PlainDateTime.from(`${one.date}T${one.start_time}`))
    .map((at) =>
      at.toZonedDateTime('Europe/London').toInstant().toString({ fractionalSecondDigits: 3 }),
    )
    .sort();

test('in calendar programs: one UID, and after each change exactly what is reserved', async () => {
  const made = await madeSeries(world, '2027-03-11', 'FREQ=WEEKLY;UNTIL=20270415');
  const studio = await addedResource(world, 'Studio');
  const seen: number[] = [];
  const check = async () => {
    const calendar = await calendarOf(made.id);
    const now = await readSeries(world, made.id);
    expect(calendar).toMatchObject({ method: 'REQUEST', uids: [`${made.id}@callboard`] });
    expect(calendar.starts).toEqual(startsOf(now));
    expect(calendar.sequence).toBe(now.version);
    expect(seen).not.toContain(now.version);
    seen.push(now.version);
  };
  const change = (n: number, body: object, rest = '') =>
    world.as.cleo.put(`/api/reservations/${nth(made, n)}${rest}`, body);
  await check();
  await change(1, { start_time: '13:00', end_time: '14:00' });
  await check();
  await world.as.cleo.delete(`/api/reservations/${nth(made, 2)}`);
  await check();
  await change(3, { start_time: '08:00', end_time: '09:00' }, '/rest');
  await check();
  await change(4, { resource: studio });
  await check();
  await change(1, { date: '2027-03-16', start_time: '17:00', end_time: '18:00' });
  await check();
  await decide(world, nth(made, 1), 'Full that evening');
  await check();
  await world.as.cleo.delete(`/api/reservations/${nth(made, 0)}/rest`);
  expect(await calendarOf(made.id)).toMatchObject({
    ...{ method: 'CANCEL', uids: [`${made.id}@callboard`], starts: [] },
  });
});
