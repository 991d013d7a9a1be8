import { sql } from 'kysely';
import type { Read } from '../platform/scope.ts';
import { statusNow } from './reservation-row.ts';

/** A reservation as its person's feed shows it. */
export type FeedReservation = {
  id: string;
  what: string;
  status: 'APPROVED' | 'PENDING' | 'CANCELLED';
  starts_at: string;
  ends_at: string;
  zone: string;
  notes: string;
  version: number;
  created_at: string;
  updated_at: string;
};

/**
 * A person's reservations on these dates, those that wait as such; as CANCELLED those that ended, of any
 * kind, since a moment.
 */
export async function findFeedReservations(
  read: Read,
  personId: string,
  dates: { from: string; until: string },
  since: Temporal.Instant,
): Promise<FeedReservation[]> {
  const rows = await read.db
    .selectFrom('reservation')
    .innerJoin('resource', (join) =>
      join
        .onRef('resource.organisation_id', '=', 'reservation.organisation_id')
        .onRef('resource.id', '=', 'reservation.resource_id'),
    )
    .select(['reservation.id', 'resource.name as what', 'reservation.zone', 'reservation.notes'])
    .select(['reservation.starts_at', 'reservation.ends_at', 'reservation.version'])
    .select(['reservation.created_at', 'reservation.updated_at'])
    .select(statusNow(read.now).as('status'))
    .where('reservation.organisation_id', '=', read.tenant.id)
    .where('reservation.person_id', '=', personId)
    .where('reservation.date', '>=', dates.from)
    .where('reservation.date', '<=', dates.until)
    .where(({ or, eb }) =>
      or([
        sql<boolean>`reservation.status in ('CONFIRMED', 'PENDING')`,
        eb('reservation.updated_at', '>', since.toString()),
      ]),
    )
    .execute();
  return rows.map(({ status, ...row }) => ({ ...row, status: shownAs[status] }));
}

const shownAs = {
  CONFIRMED: 'APPROVED',
  PENDING: 'PENDING',
  REJECTED: 'CANCELLED',
  CANCELLED: 'CANCELLED',
  EXPIRED: 'CANCELLED',
} as const;
