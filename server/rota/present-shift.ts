import type { Shift } from '../../contract/rota/shift.ts';
import type { Actor } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { decides, sees } from './policy.ts';
import { whyNotChange, whyNotDecide } from './shift.ts';
import type { ShiftRow } from './shift-row.ts';

/** A shift for someone who sees it: admin notes only for who decides, `can` by the rules that enforce it. */
export function presentShift(row: ShiftRow, by: Actor): Shift {
  const approved = row.decision === 'APPROVED';
  return {
    id: row.id,
    schedule_period: row.period_id,
    schedule_period_name: row.period_name,
    requested_by: row.person_id,
    requested_by_name: row.person_name,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    overnight: row.overnight,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    duration_hours: hoursText(row.minutes),
    status: row.status,
    notes: row.notes,
    ...(decides(by) && { admin_notes: row.admin_notes }),
    waits_because: row.status === 'PENDING' ? row.waits_because : '',
    rejected_reason: row.decision === 'REJECTED' ? (row.decision_reason ?? '') : '',
    created_at: row.created_at,
    updated_at: row.updated_at,
    approved_at: approved ? row.decided_at : null,
    approved_by: approved ? row.decided_by : null,
    approved_by_name: approved ? row.decider_name : null,
    version: row.version,
    can: abilities(row, by),
  };
}

function abilities(row: ShiftRow, by: Actor): Shift['can'] {
  const decide = decides(by) && whyNotDecide(row) === null;
  const change = sees(by, row) && whyNotChange(row, by) === null;
  return { approve: decide, reject: decide, edit: change, cancel: change };
}
