import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Letter, LetterContext, Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { type CalendarEntry, entryOfSeries } from './calendar-entry.ts';
import { reservationFacts } from './reservation-event.ts';
import { calendarOf, whenOf } from './reservation-letters.ts';
import type { ReservationRow } from './reservation-row.ts';

/** How many dates a letter names; of the others it says how many there are. */
const named = 12;

/** Tells of a new series: its person of what is confirmed, the admins of what waits for them. */
export async function tellSeriesMade(
  tx: Tx,
  entry: string,
  id: string,
  rows: readonly ReservationRow[],
  { send_confirmation_emails: confirms }: Pick<BookingSettings, 'send_confirmation_emails'>,
): Promise<void> {
  const confirmed = rows.filter(({ status }) => status === 'CONFIRMED');
  if (confirms && confirmed.length > 0)
    await tellPerson(tx, entry, 'series-confirmed', id, confirmed);
  await tellAdmins(tx, entry, rows);
}

/** Tells that the rest of a series was moved, and the admins of what waits for them now. */
export async function tellSeriesMoved(
  tx: Tx,
  entry: string,
  id: string,
  rows: readonly ReservationRow[],
): Promise<void> {
  await tellPerson(tx, entry, 'series-moved', id, rows);
  await tellAdmins(tx, entry, rows);
}

/** Tells that the rest of a series is cancelled. */
export async function tellSeriesCancelled(
  tx: Tx,
  entry: string,
  id: string,
  rows: readonly ReservationRow[],
): Promise<void> {
  await tellPerson(tx, entry, 'series-cancelled', id, rows);
}

async function tellPerson(
  tx: Tx,
  entry: string,
  template: keyof typeof seriesLetters & string,
  id: string,
  rows: readonly ReservationRow[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const recipient = { personId: first.person_id, email: first.person_email };
  const data = { ...dataOf(tx, rows), calendar: await entryOfSeries(tx, id, first) };
  await queueMessage(tx, entry, template, [recipient], data, first.starts_at);
}

/** Tells the admins, but neither whoever did it nor whose it is. */
async function tellAdmins(tx: Tx, entry: string, rows: readonly ReservationRow[]): Promise<void> {
  const waiting = rows.filter(({ status }) => status === 'PENDING');
  const [first] = waiting;
  if (!first) return;
  const told = [tx.by?.personId, first.person_id];
  const others = (await findAdmins(tx)).filter((admin) => !told.includes(admin.personId));
  const data = dataOf(tx, waiting);
  await queueMessage(tx, entry, 'series-requested', others, data, first.starts_at);
}

function dataOf(tx: Tx, rows: readonly ReservationRow[]) {
  const [first] = rows as [ReservationRow, ...ReservationRow[]];
  return {
    first: reservationFacts(first),
    user_name: first.person_name,
    user_email: first.person_email,
    by: tx.by?.fullName ?? 'Callboard',
    count: rows.length,
    dates: rows.slice(0, named).map((row) => {
      const { date, start_time, end_time, status } = row;
      return { date, start_time, end_time, status };
    }),
  };
}

/** What is kept with a letter about a series. */
export type SeriesLetterData = ReturnType<typeof dataOf> & { calendar?: CalendarEntry };

type Write = (series: SeriesLetterData, context: LetterContext) => Letter;

function letter(write: Write) {
  return (data: Record<string, unknown>, context: LetterContext): Letter => {
    const series = data as SeriesLetterData;
    const { calendar } = series;
    const words = write(series, context);
    return calendar ? { ...words, calendar: () => calendarOf(calendar, context) } : words;
  };
}

/** The letters of series; data is what of it they are about, as it stood when they were queued. */
export const seriesLetters = {
  'series-requested': letter((series, { link }) => ({
    subject: `To approve: ${series.user_name}, ${series.first.resource_name}, ${times(series)}`,
    opening: `${series.user_name} asks for ${series.first.resource_name} ${times(series)}. All are held until you decide.`,
    facts: [['Who', `${series.user_name} (${series.user_email})`], ...facts(series)],
    button: { label: 'Open the queue', url: link('/booking/approvals') },
  })),
  'series-confirmed': letter((series, { link }) => ({
    subject: `Confirmed: ${series.first.resource_name}, ${times(series)}`,
    opening: `${series.first.resource_name} is yours ${times(series)}.`,
    facts: facts(series),
    button: { label: 'See my reservations', url: link('/booking/mine') },
  })),
  'series-moved': letter((series, { link }) => ({
    subject: `Moved: ${series.first.resource_name}, ${times(series)}`,
    opening: `${series.by} moved your reservations. These are the new times; those marked wait for an admin.`,
    facts: facts(series),
    button: { label: 'See my reservations', url: link('/booking/mine') },
  })),
  'series-cancelled': letter((series, { link }) => ({
    subject: `Cancelled: ${series.first.resource_name}, ${times(series)}`,
    opening: `${series.by} cancelled these reservations of yours. Their times are free again.`,
    facts: facts(series),
    button: { label: 'Choose other times', url: link('/booking') },
  })),
} satisfies Templates;

function times({ count }: SeriesLetterData): string {
  return count === 1 ? 'once' : `${count} times`;
}

function facts({ dates, count, first }: SeriesLetterData): [string, string][] {
  const lines = dates.map((one): [string, string] => [
    one.status === 'PENDING' ? 'Waits' : 'When',
    whenOf(one),
  ]);
  const more = count - dates.length;
  return [
    ...lines,
    ...(more > 0 ? ([['And', `${more} more`]] as [string, string][]) : []),
    ...(first.notes ? ([['Notes', first.notes]] as [string, string][]) : []),
  ];
}
