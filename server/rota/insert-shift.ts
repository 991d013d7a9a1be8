import type { Tx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';

/** Writes a new shift, pending. */
export async function insertShift(
  tx: Tx,
  shift: {
    id: string;
    periodId: string;
    personId: string;
    notes: string;
  },
  span: Span,
): Promise<void> {
  const now = tx.now.toString();
  await tx.db
    .insertInto('shift')
    .values({
      organisation_id: tx.tenant.id,
      id: shift.id,
      period_id: shift.periodId,
      person_id: shift.personId,
      status: 'PENDING',
      notes: shift.notes,
      created_at: now,
      updated_at: now,
      ...spanColumns(span),
    })
    .execute();
}

/** The columns that a span fills. */
export function spanColumns(span: Span) {
  return {
    date: span.date,
    start_time: span.startTime,
    end_time: span.endTime,
    overnight: span.overnight,
    zone: span.zone,
    tz_version: span.tzVersion,
    starts_at: span.startsAt,
    ends_at: span.endsAt,
    minutes: span.minutes,
  };
}
