import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { CalendarPart, Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { type CalendarEntry, entryOfRow } from './calendar-entry.ts';
import { inviteOf } from './invite.ts';
import { moneyText } from './money-text.ts';
import { reservationFacts } from './reservation-event.ts';
import type { ReservationRow } from './reservation-row.ts';
import { seriesInviteOf } from './series-invite.ts';

/** Tells of a new one: the admins of what waits for them, its person of what is confirmed at once. */
export async function tellMade(
  tx: Tx,
  entry: string,
  row: ReservationRow,
  settings: Pick<BookingSettings, 'send_confirmation_emails'>,
): Promise<void> {
  if (row.status === 'PENDING') await tellAdmins(tx, entry, row);
  else if (settings.send_confirmation_emails) {
    await tellPerson(tx, entry, 'reservation-confirmed', row);
  }
}

/**
 * Tells its person, also of what they did themself: the mail brings the entry of their calendar
 * program, or takes it out.
 */
export async function tellPerson(
  tx: Tx,
  entry: string,
  template: keyof typeof reservationLetters & string,
  row: ReservationRow,
): Promise<void> {
  const recipient = { personId: row.person_id, email: row.person_email };
  const data = { ...letterData(tx, row), calendar: await entryOfRow(tx, row) };
  await queueMessage(tx, entry, template, [recipient], data, row.starts_at);
}

/** Tells its person that it was moved, and the admins if it waits for them now. */
export async function tellMoved(tx: Tx, entry: string, row: ReservationRow): Promise<void> {
  await tellPerson(tx, entry, 'reservation-moved', row);
  if (row.status === 'PENDING') await tellAdmins(tx, entry, row);
}

/** Tells the admins that one waits for them, but neither whoever did it nor whose it is. */
async function tellAdmins(tx: Tx, entry: string, row: ReservationRow): Promise<void> {
  const admins = await findAdmins(tx);
  const told = [tx.by?.personId, row.person_id];
  const others = admins.filter((admin) => !told.includes(admin.personId));
  const data = letterData(tx, row);
  await queueMessage(tx, entry, 'reservation-requested', others, data, row.starts_at);
}

/** What is kept with a letter about a reservation. */
export type LetterData = ReturnType<typeof letterData> & { calendar?: CalendarEntry };

function letterData(tx: Tx, row: ReservationRow) {
  return {
    ...reservationFacts(row),
    user_email: row.person_email,
    cost: row.cost === null || row.currency === null ? '' : moneyText(row.cost, row.currency),
    by: tx.by?.fullName ?? 'Callboard',
  };
}

type Write = (reservation: LetterData, context: LetterContext) => Letter;

function letter(write: Write) {
  return (data: Record<string, unknown>, context: LetterContext) =>
    write(data as LetterData, context);
}

/** A letter to its person, which tells their calendar program too. */
function told(write: Write) {
  return letter((one, context) => {
    const { calendar } = one;
    const words = write(one, context);
    return calendar ? { ...words, calendar: () => calendarOf(calendar, context) } : words;
  });
}

/** What a calendar program is told by an entry. */
export function calendarOf(entry: CalendarEntry, context: LetterContext): CalendarPart {
  return 'series' in entry ? seriesInviteOf(entry.series, context) : inviteOf(entry.one, context);
}

const toMine = (link: LetterContext['link']) => ({
  label: 'See my reservations',
  url: link('/booking/mine'),
});
const toCalendar = (link: LetterContext['link']) => ({
  label: 'Choose another time',
  url: link('/booking'),
});

/** The letters of reservations; data is the reservation as it stood when the letter was queued. */
export const reservationLetters = {
  'reservation-requested': letter((one, { link }) => ({
    subject: `To approve: ${one.user_name}, ${one.resource_name}, ${whenOf(one)}`,
    opening: `${one.user_name} asks for ${one.resource_name}. It is held until you decide.`,
    facts: [['Who', `${one.user_name} (${one.user_email})`], ...facts(one), ...why(one)],
    button: { label: 'Open the queue', url: link('/booking/approvals') },
  })),
  'reservation-confirmed': told((one, { link }) => ({
    subject: `Confirmed: ${one.resource_name}, ${whenOf(one)}`,
    opening: `${one.resource_name} is yours.`,
    facts: facts(one),
    button: toMine(link),
  })),
  'reservation-approved': told((one, { link }) => ({
    subject: `Approved: ${one.resource_name}, ${whenOf(one)}`,
    opening: `${one.by} approved your reservation. ${one.resource_name} is yours.`,
    facts: facts(one),
    button: toMine(link),
  })),
  'reservation-rejected': told((one, { link }) => ({
    subject: `Not approved: ${one.resource_name}, ${whenOf(one)}`,
    opening: `${one.by} did not approve your reservation.`,
    facts: [...facts(one), ['Reason', one.rejection_reason]],
    button: toCalendar(link),
  })),
  'reservation-moved': told((one, { link }) => ({
    subject: `Moved: ${one.resource_name} is now ${whenOf(one)}`,
    opening:
      one.status === 'PENDING'
        ? `${one.by} moved your reservation. It is held until an admin decides.`
        : `${one.by} moved your reservation.`,
    facts: [...facts(one), ...(one.status === 'PENDING' ? why(one) : [])],
    button: toMine(link),
  })),
  'reservation-cancelled': told((one, { link }) => ({
    subject: `Cancelled: ${one.resource_name}, ${whenOf(one)}`,
    opening: `${one.by} cancelled your reservation. The time is free again.`,
    facts: facts(one),
    button: toCalendar(link),
  })),
  'reservation-expired': told((one, { link }) => ({
    subject: `Expired: ${one.resource_name}, ${whenOf(one)}`,
    opening:
      'Nobody decided on your reservation in time. It was held for you; now it is free again.',
    facts: facts(one),
    button: toCalendar(link),
  })),
} satisfies Templates;

// Made once: making a format costs more than all the rest of a letter.
const longDates = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `Fri, 20 November 2026, 10:00–11:00`. */
export function whenOf(one: Pick<LetterData, 'date' | 'start_time' | 'end_time'>): string {
  return `${longDates.format(Temporal.PlainDate.from(one.date))}, ${timesOf(one)}`;
}

/** `10:00–11:00`. */
export function timesOf({
  start_time,
  end_time,
}: Pick<LetterData, 'start_time' | 'end_time'>): string {
  return `${start_time.slice(0, 5)}–${end_time.slice(0, 5)}`;
}

function facts(one: LetterData): [string, string][] {
  return [
    ['What', one.resource_name],
    ['Date', longDates.format(Temporal.PlainDate.from(one.date))],
    ['Time', timesOf(one)],
    ['Hours', one.duration_hours],
    ...(one.cost ? ([['Price', one.cost]] as [string, string][]) : []),
    ...(one.notes ? ([['Notes', one.notes]] as [string, string][]) : []),
  ];
}

function why({ approval_reasons: reasons }: LetterData): [string, string][] {
  return reasons.map(({ detail }) => ['Why it waits', detail]);
}
