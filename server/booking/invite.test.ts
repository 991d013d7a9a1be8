import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deliverDue } from '../inbox/deliver-message.ts';
import { booked, bookingSettings, decide, primeTime } from '../testing/booking-steps.ts';
import { later } from '../testing/later.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPostOffice, type PostOffice } from '../testing/post-office.ts';
import { partsOf } from '../testing/read-mail.ts';
import { expireReservations } from './expire-reservations.ts';
import { reservationLetters } from './reservation-letters.ts';

let world: World;
let post: PostOffice;
beforeAll(async () => {
  post = await openPostOffice();
  const config = { smtpUrl: post.url, mailFrom: 'Harbour bookings <bookings@harbour.example>' };
  world = await openWorld({ config });
  await primeTime(world, 3, '17:00', '19:00');
});
afterAll(() => post.close());

/** What the mail server took for someone since it was last asked. */
async function mailsTo(who: string) {
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids.cleo],
  );
  await deliverDue(world.program.app, reservationLetters, row?.id ?? '');
  const taken = post.taken.splice(0).filter(({ to }) => to === `${who}@harbour.example`);
  return taken.map(({ raw }) => partsOf(raw));
}

/** The iTIP message in a mail, as another program reads it. */
function invitation(parts: ReturnType<typeof partsOf>) {
  const part = parts.find(({ type }) => type === 'text/calendar');
  if (!part) throw new Error('no calendar part');
  const attached = parts.find(({ type }) => type === 'application/ics');
  expect(attached?.text).toBe(part.text);
  expect(attached?.headers.get('content-disposition')).toContain('invite.ics');
  const calendar = new ICAL.Component(ICAL.parse(part.text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent');
  const event = new ICAL.Event(events[0] as ICAL.Component);
  const value = (name: string) => event.component.getFirstPropertyValue(name)?.toString();
  const attendee = event.component.getFirstProperty('attendee');
  return {
    declared: part.parameters.method,
    method: calendar.getFirstPropertyValue('method'),
    events: events.length,
    uid: event.uid,
    sequence: event.sequence,
    status: value('status'),
    starts: event.startDate.toJSDate().toISOString(),
    local: event.startDate.toString(),
    zone: event.component.getFirstProperty('dtstart')?.getParameter('tzid'),
    organizer: value('organizer'),
    attendee: attendee?.getFirstValue()?.toString(),
    partstat: attendee?.getParameter('partstat'),
    summary: event.summary,
    description: event.description,
  };
}

/** A calendar program: takes what has its UID if it is not older than what it has. */
function calendarProgram() {
  const entries = new Map<string, { sequence: number; starts: string }>();
  return {
    entries,
    read({ method, uid, sequence, starts }: ReturnType<typeof invitation>) {
      if (sequence < (entries.get(uid)?.sequence ?? 0)) return;
      if (method === 'CANCEL') entries.delete(uid);
      else entries.set(uid, { sequence, starts });
    },
  };
}

test('the life of one reservation, in the mails of its person and in their calendar program', async () => {
  const program = calendarProgram();
  const notes = 'keys; bell, "B" \\ back\nfür alle';
  const id = await booked(world, 'cleo', { date: '2026-12-03', notes });
  const uid = `${id}@callboard`;

  const [confirmed] = await mailsTo('cleo');
  expect(confirmed?.map(({ type }) => type)).toEqual([
    ...['text/plain', 'text/html', 'text/calendar', 'application/ics'],
  ]);
  const first = invitation(confirmed ?? []);
  expect(first).toEqual({
    ...{ declared: 'REQUEST', method: 'REQUEST', events: 1, uid, sequence: 1, status: 'CONFIRMED' },
    ...{ starts: '2026-12-03T10:00:00.000Z', local: '2026-12-03T10:00:00', zone: 'Europe/London' },
    organizer: 'mailto:bookings@harbour.example',
    attendee: expect.stringMatching(/^mailto:cleo@harbour.example$/i),
    partstat: 'ACCEPTED',
    summary: 'Room · Harbour Care',
    description: notes,
  });
  program.read(first);

  await world.as.cleo.put(`/api/reservations/${id}`, { start_time: '17:00', end_time: '18:00' });
  const moved = invitation((await mailsTo('cleo'))[0] ?? []);
  expect(moved).toMatchObject({
    ...{ method: 'REQUEST', uid, sequence: 2, status: 'TENTATIVE', partstat: 'TENTATIVE' },
    starts: '2026-12-03T17:00:00.000Z',
  });
  program.read(moved);

  await decide(world, id);
  const approved = invitation((await mailsTo('cleo'))[0] ?? []);
  expect(approved).toMatchObject({ method: 'REQUEST', uid, sequence: 3, status: 'CONFIRMED' });
  program.read(approved);
  // Mails that come late change nothing.
  program.read(first);
  expect([...program.entries]).toEqual([
    [uid, { sequence: 3, starts: '2026-12-03T17:00:00.000Z' }],
  ]);

  await world.as.cleo.delete(`/api/reservations/${id}`);
  const cancelled = invitation((await mailsTo('cleo'))[0] ?? []);
  expect(cancelled).toMatchObject({
    ...{ declared: 'CANCEL', method: 'CANCEL', uid, sequence: 4, status: 'CANCELLED' },
    attendee: expect.stringMatching(/cleo@harbour.example$/i),
  });
  program.read(cancelled);
  expect(program.entries.size).toBe(0);
});

test('rejected and expired take it out, and say why', async () => {
  const rejected = await booked(world, 'cleo', {
    date: '2026-12-10',
    start: '17:00',
    end: '18:00',
  });
  await decide(world, rejected, 'The floor is painted');
  const [mail = []] = await mailsTo('cleo');
  expect(mail[0]?.text).toContain('Reason: The floor is painted');
  expect(mail[1]?.text).toContain('The floor is painted');
  expect(invitation(mail)).toMatchObject({ method: 'CANCEL', uid: `${rejected}@callboard` });

  await bookingSettings(world, { hold_hours: 1 });
  const expired = await booked(world, 'cleo', { date: '2026-12-17', start: '17:00', end: '18:00' });
  later(world, { hours: 1 });
  await expireReservations(world.program.app);
  const [told = []] = await mailsTo('cleo');
  expect(invitation(told)).toMatchObject({ method: 'CANCEL', uid: `${expired}@callboard` });
});

describe('who else is mailed', () => {
  test('admins of what waits: without a calendar part', async () => {
    await booked(world, 'dev', { date: '2026-12-24', start: '17:00', end: '18:00' });
    const [mail = []] = await mailsTo('ben');
    expect(mail.map(({ type }) => type)).toEqual(['text/plain', 'text/html']);
    expect(mail[0]?.text).toContain('Prime time: it reaches into Thursday from 17:00 to 19:00.');
  });

  test('in own words a mail keeps its calendar part; the mailbox shows it', async () => {
    const own = { language: 'en', subject: 'Yours it is' };
    const worded = await world.as.ben.put('/api/message-templates/reservation-confirmed', own);
    expect(worded.status).toBe(200);
    const id = await booked(world, 'eli', { date: '2026-12-21' });
    const [row] = await world.sql<{ id: string }>(
      'SELECT m.id FROM message m JOIN journal j ON j.id = m.journal_id WHERE j.subject_id = $1',
      [id],
    );
    const shown = await world.as.ben.get(`/api/mailbox/${row?.id}`);
    expect(shown.body.subject).toBe('Yours it is');
    expect(shown.body.calendar).toMatchObject({
      method: 'REQUEST',
      text: expect.stringContaining(`UID:${id}@callboard`),
    });
  });
});

test('two attempts of the same mail bring the same bytes', async () => {
  const id = await booked(world, 'eli', { date: '2026-12-22' });
  const [first = []] = await mailsTo('eli');
  await world.sql(
    `UPDATE message SET status = 'queued', due_at = now() - interval '30 years'
     WHERE journal_id IN (SELECT id FROM journal WHERE subject_id = $1)`,
    [id],
  );
  world.clock.advance({ minutes: 5 });
  const [second = []] = await mailsTo('eli');
  expect(invitation(second)).toEqual(invitation(first));
});
