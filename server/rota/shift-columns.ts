/** A shift with what its period, person and their limits say. */
export const shiftColumns = [
  'shift.id',
  'shift.period_id',
  'shift.person_id',
  'shift.date',
  'shift.start_time',
  'shift.end_time',
  'shift.overnight',
  'shift.starts_at',
  'shift.ends_at',
  'shift.minutes',
  'shift.status',
  'shift.notes',
  'shift.admin_notes',
  'shift.waits_because',
  'shift.version',
  'shift.created_at',
  'shift.updated_at',
  'schedule_period.name as period_name',
  'schedule_period.status as period_status',
  'schedule_period.start_date as period_start',
  'schedule_period.end_date as period_end',
  'schedule_period.seats as seats',
  'person.full_name as person_name',
  'person.email as person_email',
  'person.weekly_limit_minutes as limit_minutes',
] as const;

/** Its decision, and who made it. */
export const decisionColumns = [
  'shift_decision.decision as decision',
  'shift_decision.decided_at as decided_at',
  'shift_decision.decided_by as decided_by',
  'shift_decision.reason as decision_reason',
  'decider.full_name as decider_name',
] as const;
