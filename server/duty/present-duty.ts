import type { DutyAssignment } from '../../contract/duty/duty-assignment.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Actor } from '../platform/scope.ts';
import type { DutyRow } from './duty-store.ts';

/** An assignment for its viewer; why it ended to its person and to who unlocks. */
export function presentDuty(row: DutyRow, by: Actor): DutyAssignment {
  const unlocks = may(by, 'duty.unlock');
  const locked = row.ended_at === null;
  const seesReason = !locked && (unlocks || row.person_id === by.personId);
  return {
    id: row.id,
    roster: row.roster_id,
    roster_name: row.roster_name,
    date: row.date,
    duty_type: row.duty_type_id,
    duty_name: row.duty_name,
    seat: row.seat,
    person: row.person_id,
    person_name: row.person_name,
    ...clocksOfDuty(row),
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    locked,
    note: row.note,
    assigned_by: row.assigned_by,
    assigned_by_name: row.assigned_by_name,
    assigned_at: row.assigned_at,
    ended_how: row.ended_how,
    ended_at: row.ended_at,
    ended_by: row.ended_by,
    ended_by_name: row.ended_by_name,
    ...(seesReason && { reason: row.reason ?? '' }),
    version: row.version,
    can: {
      unlock: unlocks && locked,
      move: unlocks && locked && may(by, 'duty.assign'),
      delete: unlocks && locked,
      edit: may(by, 'duty.assign') && !locked,
    },
  };
}

/** The times of an assignment by the clocks of its zone. */
export function clocksOfDuty(row: Pick<DutyRow, 'date' | 'local_start' | 'local_end'>) {
  return {
    start_time: row.local_start.slice(11, 19),
    end_time: row.local_end.slice(11, 19),
    overnight: row.local_end.slice(0, 10) > row.date,
  };
}
