import { sql } from 'kysely';
import type { View } from '../platform/scope.ts';
import { type ReservationEvent, type ReservationFacts, sentences } from './reservation-event.ts';

const shown = 10;

/** Something that happened to a reservation lately, as dashboards show it. */
type Activity = {
  id: string;
  event: string;
  message: string;
  at: string;
  reservation: string;
  user_name: string;
  by_name: string | null;
};

/** The newest events of reservations: of one person's, or of all. */
export async function recentActivity(view: View, personId: string | null): Promise<Activity[]> {
  // From the reservations that changed last: the journal is the whole organisation's.
  const changed = view.db
    .selectFrom('reservation')
    .select('id')
    .where('organisation_id', '=', view.tenant.id)
    .$if(personId !== null, (rows) => rows.where('person_id', '=', personId ?? ''))
    .orderBy('updated_at', 'desc')
    .limit(shown);
  const rows = await view.db
    .selectFrom('journal')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'journal.organisation_id')
        .onRef('person.id', '=', 'journal.actor_id'),
    )
    .select(['journal.id', 'journal.event', 'journal.at', 'journal.subject_id', 'journal.data'])
    .select('person.full_name as by_name')
    .where('journal.organisation_id', '=', view.tenant.id)
    .where('journal.subject_id', 'in', changed)
    .orderBy(sql`journal.xid`, 'desc')
    .orderBy(sql`journal.seq`, 'desc')
    .limit(shown)
    .execute();
  return rows.map(({ data, subject_id, event, ...row }) => ({
    ...row,
    event,
    message: sentences[event as ReservationEvent] ?? 'A reservation changed',
    reservation: subject_id,
    user_name: (data.reservation as ReservationFacts | undefined)?.user_name ?? '',
  }));
}
