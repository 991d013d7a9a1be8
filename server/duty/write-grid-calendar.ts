import { ICalEventStatus } from 'ical-generator';
import type { DutyAssignment } from '../../contract/duty/duty-assignment.ts';
import type { Grid } from '../../contract/duty/grid.ts';
import { entryTimes, newCalendar, plain } from '../timeline/module.ts';

/**
 * The assignments of a grid as an iCalendar file (RFC 5545), one event each; of one person, without
 * their name in every title.
 */
export function writeGridCalendar(grid: Grid, ofOne: boolean): string {
  const all = grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.assignments));
  const duties = all.toSorted((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
  const from = duties[0]?.starts_at ?? '2026-01-01T00:00:00Z';
  const until = duties.at(-1)?.ends_at ?? from;
  const calendar = newCalendar({ from, until }, { name: grid.roster.name });
  calendar.x('X-WR-TIMEZONE', grid.time_zone);
  for (const duty of duties) calendar.createEvent(eventOf(duty, grid.time_zone, ofOne));
  return calendar.toString();
}

function eventOf(duty: DutyAssignment, zone: string, ofOne: boolean) {
  const assignedAt = Temporal.Instant.from(duty.assigned_at);
  return {
    id: `${duty.id}@callboard`,
    sequence: duty.version,
    stamp: assignedAt,
    created: assignedAt,
    ...entryTimes(duty.starts_at, duty.ends_at, zone),
    summary: plain(ofOne ? duty.duty_name : `${duty.duty_name} · ${duty.person_name}`),
    description: plain(duty.roster_name),
    status: ICalEventStatus.CONFIRMED,
  };
}
