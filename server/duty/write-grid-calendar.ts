import ical, { ICalEventStatus } from 'ical-generator';
import type { DutyAssignment } from '../../contract/duty/duty-assignment.ts';
import type { Grid } from '../../contract/duty/grid.ts';
import { describeZone, isRepeated } from '../timeline/module.ts';

/**
 * The assignments of a grid as an iCalendar file (RFC 5545), one event each; of one person, without
 * their name in every title. Times are wall-clock times of the organisation, which the file describes.
 */
export function writeGridCalendar(grid: Grid, ofOne: boolean): string {
  const all = grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.assignments));
  const duties = all.toSorted((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
  const from = Temporal.Instant.from(duties[0]?.starts_at ?? '2026-01-01T00:00:00Z');
  const until = Temporal.Instant.from(duties.at(-1)?.ends_at ?? from.toString());
  const calendar = ical({
    // Programs do not agree whether this one is escaped, so it has nothing to escape.
    name: plain(grid.roster.name).replace(/[\\;,]/g, ''),
    prodId: { company: 'Callboard', product: 'Callboard', language: 'EN' },
    timezone: { name: null, generator: (zone) => describeZone(zone, from, until) },
    x: { 'X-WR-TIMEZONE': grid.time_zone },
  });
  for (const duty of duties) calendar.createEvent(eventOf(duty, grid.time_zone, ofOne));
  return calendar.toString();
}

function eventOf(duty: DutyAssignment, zone: string, ofOne: boolean) {
  const at = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const [start, end] = [at(duty.starts_at), at(duty.ends_at)];
  const assignedAt = Temporal.Instant.from(duty.assigned_at);
  return {
    id: `${duty.id}@callboard`,
    sequence: duty.version,
    stamp: assignedAt,
    created: assignedAt,
    start,
    end,
    // In UTC when clocks show a time of it twice, since programs disagree about which is meant.
    timezone: isRepeated(start) || isRepeated(end) ? null : zone,
    summary: plain(ofOne ? duty.duty_name : `${duty.duty_name} · ${duty.person_name}`),
    description: plain(duty.roster_name),
    status: ICalEventStatus.CONFIRMED,
  };
}

// RFC 5545 knows no control characters but tab and line breaks.
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '');
}
