import type { CalendarPart, LetterContext } from '../platform/letter.ts';
import { entryTimes, instantOf, newCalendar } from '../timeline/module.ts';
import { type Entry, entryOf, isLive } from './invite.ts';
import { recurrenceOf } from './recurrence.ts';

/** An occurrence of a series as it is now, with the local time at which its rule has it. */
export type Occurrence = Entry & { occurrence: string; resource: string };

/** A series as a calendar has it. */
export type SeriesEntry = Omit<Entry, 'starts_at' | 'ends_at' | 'status'> & {
  rrule: string;
  date: string;
  start_time: string;
  end_time: string;
  resource: string;
  occurrences: Occurrence[];
};

/**
 * What a calendar is to make of a series: all of it, every time. One entry with its rule, without the
 * occurrences that are not (EXDATE), and one for each that is other than the rule says (RECURRENCE-ID), all
 * of one UID (RFC 5546, 3.2.2). So whoever missed a mail is right again with the next.
 */
export function seriesInviteOf(series: SeriesEntry, context: LetterContext): CalendarPart {
  const live = series.occurrences.filter(isLive);
  const method = live.length > 0 ? 'REQUEST' : 'CANCEL';
  const status = live.length > 0 ? 'CONFIRMED' : 'CANCELLED';
  const calendar = newCalendar(reachOf(series), { method });
  const { start, end, timezone } = timesOf(series, `${series.date}T${series.start_time}`);
  calendar.createEvent({
    ...entryOf({ ...series, status }, context),
    ...{ start, end, timezone },
    repeating: repeatingOf(series, live),
  });
  for (const one of live.filter((each) => isOther(series, each))) {
    const { start: at } = timesOf(series, one.occurrence);
    const { id, version, updated_at } = series;
    calendar.createEvent({
      ...entryOf({ ...one, id, version, updated_at }, context),
      ...entryTimes(one.starts_at, one.ends_at, one.zone),
      recurrenceId: at,
    });
  }
  return { method, text: calendar.toString() };
}

/** The rule, and what of it is not: never made, cancelled, rejected or run out. */
function repeatingOf(series: SeriesEntry, live: readonly Occurrence[]): string {
  const { rrule, date, start_time, zone } = series;
  const recurrence = recurrenceOf(rrule, date, start_time, zone);
  const all = 'code' in recurrence ? [] : recurrence.occurrences;
  const there = new Set(live.map(({ occurrence }) => localText(occurrence)));
  const missing = all.map(localText).filter((local) => !there.has(local));
  const rule = `RRULE:${rrule}`;
  if (missing.length === 0) return rule;
  return `${rule}\r\nEXDATE;TZID=${zone}:${missing.join(',')}`;
}

/** Whether an occurrence is at another time, in another place or not sure. */
function isOther(series: SeriesEntry, one: Occurrence): boolean {
  const { start, end } = timesOf(series, one.occurrence);
  return (
    one.status === 'PENDING' ||
    one.resource !== series.resource ||
    one.notes !== series.notes ||
    one.starts_at !== start.toInstant().toString() ||
    one.ends_at !== end.toInstant().toString()
  );
}

/** When the rule has an occurrence: the same times by the clock on every date. */
function timesOf({ zone, end_time }: SeriesEntry, occurrence: string) {
  const local = Temporal.PlainDateTime.from(occurrence);
  const overnight = end_time === '00:00:00';
  const date = local.toPlainDate().add({ days: overnight ? 1 : 0 });
  const start = instantOf(local.toString(), zone).toZonedDateTimeISO(zone);
  const end = instantOf(`${date}T${end_time}`, zone).toZonedDateTimeISO(zone);
  // A rule runs by the clock, so its own times name the zone also in a night that shows them twice.
  return { start, end, timezone: zone };
}

function reachOf({ occurrences, created_at }: SeriesEntry) {
  const starts = occurrences.map(({ starts_at }) => starts_at).sort();
  const ends = occurrences.map(({ ends_at }) => ends_at).sort();
  return { from: starts[0] ?? created_at, until: ends.at(-1) ?? created_at };
}

/** `20261208T100000`. */
function localText(local: string): string {
  return Temporal.PlainDateTime.from(local)
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:]/g, '');
}
