import type { ReservationStatus } from '../../contract/booking/reservation.ts';
import type { Tx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';
import type { Judgement } from './judge.ts';
import type { ReservationRow } from './reservation-row.ts';
import { touchSeries } from './series-store.ts';

/** What a new reservation is made of. */
export type NewReservation = {
  id: string;
  resourceId: string;
  personId: string;
  notes: string;
  series?: { id: string; occurrence: string };
};

/** What of a judgement a row keeps. */
export type Standing = {
  status: ReservationStatus;
  unit_id: string;
  is_primetime: boolean;
  approval_reasons: ReservationRow['approval_reasons'];
  hold_expires_at: string | null;
  cost: number | null;
  currency: string | null;
};

/** Whether it is confirmed at once, or held until when for an admin to decide. */
export function standingOf(
  tx: Pick<Tx, 'now'>,
  { unitId, approval, cost }: Judgement,
  span: Span,
  holdHours: number,
): Standing {
  const held = approval.reasons.length > 0;
  const runsOut = tx.now.add({ hours: holdHours });
  const begins = Temporal.Instant.from(span.startsAt);
  const until = Temporal.Instant.compare(runsOut, begins) < 0 ? runsOut : begins;
  return {
    status: held ? 'PENDING' : 'CONFIRMED',
    unit_id: unitId as string,
    is_primetime: approval.isPrimetime,
    approval_reasons: approval.reasons,
    hold_expires_at: held ? until.toString() : null,
    cost: cost?.amount ?? null,
    currency: cost?.currency ?? null,
  };
}

/** Writes a new reservation. */
export async function insertReservation(
  tx: Tx,
  { id, resourceId, personId, notes, series }: NewReservation,
  span: Span,
  standing: Standing,
): Promise<void> {
  const now = tx.now.toString();
  await tx.db
    .insertInto('reservation')
    .values({
      ...{ organisation_id: tx.tenant.id, id, resource_id: resourceId, person_id: personId },
      ...{ series_id: series?.id ?? null, occurrence: series?.occurrence ?? null },
      ...{ notes, created_at: now, updated_at: now },
      ...spanColumns(span),
      ...stored(standing),
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

/** What a change may set. */
export type ReservationChange = Partial<Standing> &
  Partial<ReturnType<typeof spanColumns>> & {
    resource_id?: string;
    notes?: string;
    round?: number;
    person_id?: string;
  };

/** Changes a reservation that is locked already, and with it its series. */
export async function updateReservation(
  tx: Tx,
  row: Pick<ReservationRow, 'id' | 'version' | 'series_id'>,
  change: ReservationChange,
): Promise<void> {
  await tx.db
    .updateTable('reservation')
    .set({ ...stored(change), version: row.version + 1, updated_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', row.id)
    .execute();
  if (row.series_id) await touchSeries(tx, [row.series_id]);
}

function stored<T extends { approval_reasons?: Standing['approval_reasons'] }>(change: T) {
  const { approval_reasons: reasons, ...rest } = change;
  return { ...rest, ...(reasons && { approval_reasons: JSON.stringify(reasons) }) } as Omit<
    T,
    'approval_reasons'
  > & { approval_reasons: string };
}

/** Writes who decided, when and why; a second decision of the same round breaks its primary key. */
export async function saveDecision(
  tx: Tx,
  row: Pick<ReservationRow, 'id' | 'round'>,
  decision: 'CONFIRMED' | 'REJECTED' | 'EXPIRED',
  reason = '',
): Promise<void> {
  await tx.db
    .insertInto('reservation_decision')
    .values({
      organisation_id: tx.tenant.id,
      reservation_id: row.id,
      round: row.round,
      decision,
      decided_by: tx.by?.personId ?? null,
      decided_at: tx.now.toString(),
      reason,
    })
    .execute();
}
