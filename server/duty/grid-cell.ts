import type { GridCell } from '../../contract/duty/grid.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { View } from '../platform/scope.ts';
import { type SunOf, spanOfDuty } from './duty-span.ts';
import type { DutyRow } from './duty-store.ts';
import type { DutyTypeRow } from './duty-type-store.ts';
import { presentDuty } from './present-duty.ts';

/** What a cell is made of. */
type Made = {
  date: string;
  type: DutyTypeRow;
  /** Who has it. */
  there: readonly DutyRow[];
  sunOf: SunOf;
  isNow: boolean;
  person: string | undefined;
};

/** A cell of the grid, with its times as they are assigned now. */
export function gridCell(view: View, made: Made): GridCell {
  const { date, type, there, isNow, person } = made;
  const span = spanOfDuty(type, date, view.tenant.timeZone, made.sunOf);
  const times = 'code' in span ? null : span;
  const state = there.length === 0 ? 'free' : there.length < type.people ? 'partial' : 'taken';
  const assigns = isNow && may(view.by, 'duty.assign');
  const shown = person ? there.filter((row) => row.person_id === person) : there;
  return {
    duty_type: type.id,
    start_time: times?.startTime ?? null,
    end_time: times?.endTime ?? null,
    overnight: times?.overnight ?? false,
    starts_at: times?.startsAt ?? null,
    ends_at: times?.endsAt ?? null,
    state,
    people: type.people,
    assignments: shown.map((row) => presentDuty(row, view.by)),
    can: { assign: assigns && times !== null && type.active && state !== 'taken' },
    why_not: 'code' in span ? { code: span.code, detail: span.detail } : null,
  };
}
