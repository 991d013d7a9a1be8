import type { Grid } from '../../contract/duty/grid.ts';
import { may } from '../../contract/identity/permissions.ts';
import { found, invalid } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { dateAt, datesBetween } from '../timeline/module.ts';
import { cellKey } from './cells.ts';
import { type DutyRow, selectDuties } from './duty-store.ts';
import { gridCell } from './grid-cell.ts';
import { presentDutyType } from './present-duty-type.ts';
import { findDutyTypesOf, getRoster } from './roster-store.ts';
import { findSecondDates } from './second-dates.ts';
import { findSun } from './sun.ts';

/** Which grid, and as it stood when; of one person: what others have is not named in it. */
export type Asked = { roster: string; as_of?: string; person?: string };

/** The grid of a roster as it stands, or as it stood at an instant: whoever was taken off since is in it. */
export async function findGrid(view: View, asked: Asked): Promise<Grid> {
  const asOf = asked.as_of === undefined ? null : instantIn(asked.as_of);
  const roster = found(await getRoster(view, asked.roster));
  const [types, seated] = await Promise.all([
    findDutyTypesOf(view, [roster.id], asOf),
    findSeated(view, roster.id, asOf),
  ]);
  const [sunOf, secondDateOf] = await Promise.all([findSun(view, types), findSecondDates(view)]);
  const byCell = Map.groupBy(seated, (row) => cellKey(row.date, row.duty_type_id));
  const today = dateAt(view.now, view.tenant.timeZone);
  const isNow = asOf === null;
  let free = 0;
  const rows = daysOf(roster, seated).map((date) => ({
    date,
    second_date: roster.second_calendar ? secondDateOf(date) : null,
    is_today: date === today,
    is_past: date < today,
    cells: types.map((type) => {
      const there = byCell.get(cellKey(date, type.id)) ?? [];
      free += Math.max(0, type.people - there.length);
      return gridCell(view, { date, type, there, sunOf, isNow, person: asked.person });
    }),
  }));
  const { id, name, start_date, end_date, second_calendar, version } = roster;
  return {
    roster: { id, name, start_date, end_date, second_calendar, version },
    ...{ time_zone: view.tenant.timeZone, today, as_of: asOf },
    duty_types: types.map((type) => presentDutyType(type, view.by)),
    ...{ rows, free },
    can: {
      assign: isNow && may(view.by, 'duty.assign'),
      unlock: isNow && may(view.by, 'duty.unlock'),
      edit: isNow && may(view.by, 'roster.change'),
    },
  };
}

function instantIn(text: string): string {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw invalid({ as_of: ['Must be an instant: 2026-11-20T09:00:00Z.'] });
  }
}

/** Who has, or had then, which seat: by date, duty and seat. */
function findSeated(view: View, rosterId: string, asOf: string | null): Promise<DutyRow[]> {
  const duties = selectDuties(view).where('duty.roster_id', '=', rosterId);
  const then = asOf
    ? duties
        .where('duty.assigned_at', '<=', asOf)
        .where((eb) => eb.or([eb('duty.ended_at', 'is', null), eb('duty.ended_at', '>', asOf)]))
    : duties.where('duty.ended_at', 'is', null);
  return then.orderBy('duty.date').orderBy('duty.seat').orderBy('duty.assigned_at').execute();
}

// Dates that the roster had once and lost since are shown with what stood on them.
function daysOf(
  roster: { start_date: string; end_date: string },
  seated: readonly DutyRow[],
): string[] {
  const dates = datesBetween(roster.start_date, roster.end_date);
  return [...new Set([...dates, ...seated.map(({ date }) => date)])].sort();
}
