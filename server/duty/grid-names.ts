import type { Grid, GridCell } from '../../contract/duty/grid.ts';

/** The names in a cell, by seat. */
export function namesIn(cell: GridCell): string[] {
  return cell.assignments.map((one) => one.person_name);
}

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'short' });

/** `Tue` */
export function weekdayOf(date: string): string {
  return weekdays.format(Temporal.PlainDate.from(date));
}

/** `18:00–20:00`; with what comes after midnight marked. */
export function timesOf({ start_time, end_time, overnight }: GridCell): string {
  if (!start_time || !end_time) return '';
  return `${start_time.slice(0, 5)}–${end_time.slice(0, 5)}${overnight ? ' +1' : ''}`;
}

/** What a file of a grid is called: letters and digits of its name, `roster-december-2026.pdf`. */
export function fileName({ roster, as_of }: Grid, ending: string): string {
  const name = roster.name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const then = as_of ? `-as-of-${as_of.slice(0, 16).replace(':', '')}` : '';
  return `roster-${name || roster.start_date}${then}.${ending}`;
}
