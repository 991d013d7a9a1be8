import ICAL from 'ical.js';
import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { openProgram } from '../app.ts';
import { assigned, openRoster, unlock } from '../testing/duty-steps.ts';
import { does, offered, swapsNeedApproval } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
let later: string;
beforeAll(async () => {
  world = await openWorld();
  const dates = { seats: 3, start_date: '2026-09-01', end_date: '2027-08-31' };
  period = await openPeriod(world, { name: 'Year', ...dates });
  const next = { start_date: '2027-09-01', end_date: '2027-12-31' };
  later = await openPeriod(world, { name: 'Next', ...next });
});

const feedOf = async (who: keyof World['as']): Promise<string> =>
  new URL((await world.as[who].post('/api/calendar/feed', {})).body.url).pathname;
const take = async (
  who: 'cleo' | 'dev' | 'eli',
  wish: { date: string; [field: string]: unknown },
) => {
  const within = wish.date < '2027-09-01' ? period : later;
  const shift = await asked(world, who, { period: within, ...wish });
  expect((await approve(world, shift)).status).toBe(200);
  return shift;
};

/** The feed as another program reads it, by UID. */
async function parsed(path: string) {
  const answer = await world.anyone.get(path);
  expect(answer.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(answer.body));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(zone);
  }
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { answer, calendar, events, event: (id: string) => eventOf(events, id) };
}

const eventOf = (events: ICAL.Event[], id: string) => {
  const event = events.find(({ uid }) => uid === `${id}@callboard`);
  if (!event) return undefined;
  const text = (name: string) => event.component.getFirstPropertyValue(name)?.toString();
  return {
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    local: event.startDate.toString(),
    zone: event.component.getFirstProperty('dtstart')?.getParameter('tzid'),
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    status: text('status'),
    modified: text('last-modified'),
  };
};

test('duties stand beside shifts; who is taken off one has it taken out', async () => {
  const { roster, duty } = await openRoster(world, { name: 'Doors' });
  const id = await assigned(world, 'eli', { roster, duty, date: '2026-12-24' });
  const path = await feedOf('eli');
  expect((await parsed(path)).event(id)).toMatchObject({
    ...{ starts: '2026-12-24T18:00:00.000Z', ends: '2026-12-24T20:00:00.000Z' },
    ...{ summary: 'Doors · Harbour Care', description: 'December 2026', status: 'CONFIRMED' },
  });
  await unlock(world, id);
  const gone = (await parsed(path)).event(id);
  expect(gone).toMatchObject({ status: 'CANCELLED', sequence: 2 });
});

describe('what it shows', () => {
  test('approved shifts of its person: wall-clock times of the zone, UID, SEQUENCE, notes', async () => {
    const notes = 'keys; bell, "B" \\ back\r\nBEGIN:VEVENT\nSUMMARY:no: für';
    const shift = await take('cleo', { date: '2026-12-01', notes });
    const request = await asked(world, 'cleo', { period, date: '2026-12-02' });
    const other = await take('dev', { date: '2026-12-03', notes: 'not hers' });
    const { event, events, calendar, answer } = await parsed(await feedOf('cleo'));
    expect(event(shift)).toEqual({
      starts: '2026-12-01T06:00:00.000Z',
      ends: '2026-12-01T09:00:00.000Z',
      local: '2026-12-01T06:00:00',
      zone: 'Europe/London',
      sequence: 2,
      summary: 'Shift · Harbour Care',
      description: notes.replace('\r\n', '\n'),
      status: 'CONFIRMED',
      modified: '2026-11-20T09:00:00Z',
    });
    expect(events).toHaveLength(1);
    expect(event(request) ?? event(other)).toBeUndefined();
    expect(answer.body).not.toContain('not hers');
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT1H');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    for (const line of answer.body.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  test('overnight, and both nights of the clock change: the instants of the shift', async () => {
    const night = { start: '22:00', end: '06:00', overnight: true };
    const shifts = await Promise.all(
      ['2027-01-12', '2027-03-27', '2027-10-30', '2026-10-24'].map((date) =>
        take('eli', { date, ...night }),
      ),
    );
    const { event } = await parsed(await feedOf('eli'));
    const rows = await world.sql<{ id: string; starts: string; ends: string }>(
      `SELECT id, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') AS starts,
         to_char(ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS".000Z"') AS ends
       FROM shift WHERE id = any($1)`,
      [shifts],
    );
    expect(rows).toHaveLength(4);
    for (const { id, ...instants } of rows) expect(event(id)).toMatchObject(instants);
    expect(event(shifts[1] as string)).toMatchObject({
      ...{ starts: '2027-03-27T22:00:00.000Z', ends: '2027-03-28T05:00:00.000Z' },
    });
  });

  test('a time that comes twice is given in UTC: programs disagree about which is meant', async () => {
    const date = '2026-10-25';
    const shift = await take('cleo', { date, start: '00:15', end: '01:30' });
    const { answer, event } = await parsed(await feedOf('cleo'));
    expect(event(shift)).toMatchObject({
      ...{ starts: '2026-10-24T23:15:00.000Z', ends: '2026-10-25T00:30:00.000Z' },
    });
    expect(answer.body).toContain('DTEND:20261025T003000Z');
  });

  test('60 days back to 400 ahead', async () => {
    const dates = ['2026-09-20', '2026-09-21', '2027-12-25', '2027-12-26'];
    const shifts: string[] = [];
    for (const date of dates) shifts.push(await take('dev', { date }));
    const { event } = await parsed(await feedOf('dev'));
    expect(shifts.map((id) => event(id) !== undefined)).toEqual([false, true, true, false]);
  });

  test('a change raises SEQUENCE under the same UID; cancelled ones stay 30 days as CANCELLED', async () => {
    const feed = await feedOf('cleo');
    const shift = await take('cleo', { date: '2027-02-01' });
    const request = await asked(world, 'cleo', { period, date: '2027-02-02' });
    const before = (await parsed(feed)).event(shift);
    world.clock.advance({ minutes: 1 });
    await world.as.ben.patch(`/api/shifts/${shift}`, { end_time: '08:00' });
    expect((await parsed(feed)).event(shift)).toMatchObject({
      sequence: (before?.sequence ?? 0) + 1,
      ends: '2027-02-01T08:00:00.000Z',
      modified: '2026-11-20T09:01:00Z',
    });
    await world.as.ben.delete(`/api/shifts/${shift}`);
    await world.as.cleo.delete(`/api/shifts/${request}`);
    const after = await parsed(feed);
    expect(after.event(shift)).toMatchObject({
      ...{ status: 'CANCELLED', sequence: (before?.sequence ?? 0) + 2 },
    });
    expect(after.event(request)).toBeUndefined();
    await world.sql("UPDATE shift SET updated_at = updated_at - interval '30 days' WHERE id = $1", [
      shift,
    ]);
    expect((await parsed(feed)).event(shift)).toBeUndefined();
  });
});

describe('what changed hands', () => {
  const statusIn = async (feed: string, shift: string) => {
    const event = (await parsed(feed)).event(shift);
    return event && [event.status, event.sequence, event.description];
  };

  test('is CANCELLED for who gave it and CONFIRMED for who has it, with one UID and one SEQUENCE', async () => {
    await swapsNeedApproval(world, false);
    const feeds = { cleo: await feedOf('cleo'), dev: await feedOf('dev') };
    const shift = await take('cleo', { date: '2027-05-03', notes: 'mine' });
    expect(await statusIn(feeds.cleo, shift)).toEqual(['CONFIRMED', 2, 'mine']);
    expect(await statusIn(feeds.dev, shift)).toBeUndefined();
    await does(world, 'dev', 'take', await offered(world, 'cleo', shift));
    expect(await statusIn(feeds.cleo, shift)).toEqual(['CANCELLED', 3, null]);
    expect(await statusIn(feeds.dev, shift)).toEqual(['CONFIRMED', 3, null]);

    await world.as.ben.patch(`/api/shifts/${shift}`, { notes: 'for Dev only' });
    expect(await statusIn(feeds.cleo, shift)).toEqual(['CANCELLED', 4, null]);
    expect(await statusIn(feeds.dev, shift)).toEqual(['CONFIRMED', 4, 'for Dev only']);

    await does(world, 'cleo', 'take', await offered(world, 'dev', shift));
    expect(await statusIn(feeds.cleo, shift)).toEqual(['CONFIRMED', 5, null]);
    expect(await statusIn(feeds.dev, shift)).toEqual(['CANCELLED', 5, null]);
  });

  test('of an exchange each has the other’s; after 30 days what was given is gone', async () => {
    const feeds = { cleo: await feedOf('cleo'), dev: await feedOf('dev') };
    const hers = await take('cleo', { date: '2027-05-10' });
    const his = await take('dev', { date: '2027-05-11' });
    const bargain = { to: world.ids.dev, exchange_for: his };
    await does(world, 'dev', 'take', await offered(world, 'cleo', hers, bargain));
    expect(await statusIn(feeds.cleo, hers)).toEqual(['CANCELLED', 3, null]);
    expect(await statusIn(feeds.cleo, his)).toEqual(['CONFIRMED', 3, null]);
    expect(await statusIn(feeds.dev, his)).toEqual(['CANCELLED', 3, null]);
    expect(await statusIn(feeds.dev, hers)).toEqual(['CONFIRMED', 3, null]);
    await world.sql("UPDATE shift_offer SET closed_at = closed_at - interval '30 days'");
    expect(await statusIn(feeds.cleo, hers)).toBeUndefined();
    expect(await statusIn(feeds.dev, his)).toBeUndefined();
    expect(await statusIn(feeds.cleo, his)).toEqual(['CONFIRMED', 3, null]);
  });

  test('an offer that came to nothing takes nothing out', async () => {
    const feed = await feedOf('eli');
    const shift = await take('eli', { date: '2027-05-20' });
    await does(world, 'eli', 'withdraw', await offered(world, 'eli', shift));
    expect(await statusIn(feed, shift)).toEqual(['CONFIRMED', 2, null]);
  });
});

test('the organisation’s name is text, whatever is in it', async () => {
  const shift = await take('dev', { date: '2027-03-02' });
  const feed = await feedOf('dev');
  const name = (to: string) =>
    world.sql('UPDATE organisation SET name = $1 WHERE name LIKE $2', [to, 'Harbour%']);
  await name('Harbour; Care, Ltd');
  const { calendar, event } = await parsed(feed);
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Shifts · Harbour Care Ltd');
  expect(event(shift)?.summary).toBe('Shift · Harbour; Care, Ltd');
  await name('Harbour Care');
});

test('the same shifts are the same bytes: 304 for their tag, until something changes', async () => {
  const feed = await feedOf('dev');
  const first = await world.anyone.get(feed);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  const tag = first.headers.get('etag') as string;
  const asked304 = (header: string) => world.anyone.get(feed, { 'if-none-match': header });
  expect(await asked304(tag)).toMatchObject({ status: 304, body: '' });
  expect((await asked304(`"other", W/${tag}`)).status).toBe(304);
  expect((await asked304('"other"')).status).toBe(200);
  await take('dev', { date: '2027-03-03' });
  expect((await asked304(tag)).status).toBe(200);
});

describe('404', () => {
  test('unknown, changed, or no address at all', async () => {
    const feed = await feedOf('cleo');
    const other = feed.replace(/.\.ics$/, (end) => (end === 'A.ics' ? 'B.ics' : 'A.ics'));
    const elsewhere = `${(await feedOf('fay')).slice(0, -36)}${feed.slice(-36)}`;
    const paths = [other, elsewhere, `/api/calendar/feeds/${'A'.repeat(22)}.${'A'.repeat(32)}.ics`];
    for (const path of [...paths, '/api/calendar/feeds/x.ics', feed.slice(0, -4)]) {
      expect(outcome(await world.anyone.get(path))).toEqual([404, 'not_found']);
    }
  });

  test('its person is shut out', async () => {
    const feed = await feedOf('eli');
    const set = (active: boolean) =>
      world.sql('UPDATE person SET active = $2 WHERE id = $1', [world.ids.eli, active]);
    await set(false);
    expect(outcome(await world.anyone.get(feed))).toEqual([404, 'not_found']);
    await set(true);
    expect((await world.anyone.get(feed)).status).toBe(200);
  });
});

test('reservations of its person: those that wait as tentative, cancelled ones taken out', async () => {
  const book = async (date: string, start: string, end: string) => {
    const body = { date, start_time: start, end_time: end, notes: 'quiet' };
    return (await world.as.eli.post('/api/reservations', body)).body.id as string;
  };
  await world.as.ben.post('/api/reservations/admin/primetime', {
    ...{ weekday: 3, start_time: '17:00', end_time: '19:00' },
  });
  const [firm, waits, gone] = [
    await book('2026-12-15', '10:00', '11:00'),
    await book('2026-12-17', '17:00', '18:00'),
    await book('2026-12-16', '10:00', '11:00'),
  ];
  await world.as.eli.delete(`/api/reservations/${gone}`);
  const { event } = await parsed(await feedOf('eli'));
  expect(event(firm)).toMatchObject({
    ...{ summary: 'Room · Harbour Care', description: 'quiet', status: 'CONFIRMED', sequence: 1 },
    starts: '2026-12-15T10:00:00.000Z',
  });
  expect(event(waits)?.status).toBe('TENTATIVE');
  expect(event(gone)?.status).toBe('CANCELLED');
});

test('the address is in no line of the log, not even when something breaks', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const { config } = world.program.app;
  const program = await openProgram(config, world.databaseUrl, world.clock, log);
  const feed = await feedOf('dev');
  expect((await program.server.inject({ url: feed })).statusCode).toBe(200);
  await world.sql('ALTER TABLE calendar_feed RENAME TO calendar_feed_gone');
  expect((await program.server.inject({ url: feed })).statusCode).toBe(500);
  await world.sql('ALTER TABLE calendar_feed_gone RENAME TO calendar_feed');
  await program.stop();
  expect(lines.join('')).toContain('calendar_feed');
  expect(lines.join('')).not.toContain(feed.slice(-36, -4));
});

test('the API’s description says what it answers', async () => {
  const { paths } = (await world.anyone.get('/api/openapi.json')).body;
  const answer = paths['/api/calendar/feeds/{token}.ics'].get.responses['200'];
  expect(Object.keys(answer.content)).toEqual(['text/calendar']);
});

test('who reads a feed far more often than programs do waits; other feeds go on', async () => {
  const [hers, his] = [await feedOf('cleo'), await feedOf('dev')];
  const answers = await Promise.all(Array.from({ length: 65 }, () => world.anyone.get(hers)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.body.code).toBe('too_many_tries');
  expect(refused?.headers.get('retry-after')).toBe('600');
  expect((await world.anyone.get(his)).status).toBe(200);
  world.clock.advance({ minutes: 10 });
  expect((await world.anyone.get(hers)).status).toBe(200);
});

test('who tries address after address waits as well', async () => {
  const other = (await feedOf('eli')).replace(/.{8}\.ics$/, 'AAAAAAAA.ics');
  const limited = await world.sql<{ most: number }>(
    `UPDATE throttle SET tries = 600 RETURNING tries AS most`,
  );
  expect(limited.length).toBeGreaterThan(0);
  expect((await world.anyone.get(other)).status).toBe(429);
  world.clock.advance({ minutes: 10 });
  expect((await world.anyone.get(other)).status).toBe(404);
});
