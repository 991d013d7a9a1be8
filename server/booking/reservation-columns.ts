/** A reservation with what its resource and person say. */
export const reservationColumns = [
  ...(['reservation.id', 'reservation.resource_id', 'reservation.unit_id'] as const),
  ...(['reservation.person_id', 'reservation.series_id', 'reservation.occurrence'] as const),
  ...(['reservation.date', 'reservation.start_time', 'reservation.end_time'] as const),
  ...(['reservation.overnight', 'reservation.zone', 'reservation.tz_version'] as const),
  ...(['reservation.starts_at', 'reservation.ends_at', 'reservation.minutes'] as const),
  ...(['reservation.is_primetime', 'reservation.approval_reasons', 'reservation.round'] as const),
  ...(['reservation.hold_expires_at', 'reservation.cost', 'reservation.currency'] as const),
  ...(['reservation.notes', 'reservation.version'] as const),
  ...(['reservation.created_at', 'reservation.updated_at'] as const),
  'resource.name as resource_name',
  'person.full_name as person_name',
  'person.email as person_email',
  'person.role as person_role',
] as const;

/** Its decision of this round, and who made it. */
export const decisionColumns = [
  'reservation_decision.decided_at as decided_at',
  'reservation_decision.reason as decision_reason',
  'decider.full_name as decider_name',
] as const;
