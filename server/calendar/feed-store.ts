import { sql } from 'kysely';
import { findFeedReservations } from '../booking/module.ts';
import { findFeedDuties } from '../duty/module.ts';
import type { ActorTx, Read, View } from '../platform/scope.ts';
import { addDays, dateAt } from '../timeline/module.ts';

const daysBack = 60;
const daysAhead = 400;
const cancelledFor = { hours: 30 * 24 } as const;

/** Sets the person's feed to a new hash; true when there was one. */
export async function upsertFeed(tx: ActorTx, hash: Buffer): Promise<boolean> {
  const made = { hash, made_at: tx.now.toString() };
  const row = await tx.db
    .insertInto('calendar_feed')
    .values({ organisation_id: tx.tenant.id, person_id: tx.by.personId, ...made })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(made))
    // xmax is set on a row that was there before.
    .returning(sql<boolean>`xmax <> 0`.as('renewed'))
    .executeTakeFirstOrThrow();
  return row.renewed;
}

/** Removes the person's feed; undefined when there was none. */
export async function deleteFeed(tx: ActorTx) {
  return tx.db
    .deleteFrom('calendar_feed')
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', tx.by.personId)
    .returning('made_at')
    .executeTakeFirst();
}

/** When the viewer's feed was made; undefined when there is none. */
export async function getFeed(view: View) {
  return view.db
    .selectFrom('calendar_feed')
    .select('made_at')
    .where('organisation_id', '=', view.tenant.id)
    .where('person_id', '=', view.by.personId)
    .executeTakeFirst();
}

/** Whose feed a hash opens, with their organisation; undefined when unknown or the person is shut out. */
export async function findFeedOwner(read: Read, hash: Buffer) {
  return read.db
    .selectFrom('calendar_feed')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'calendar_feed.organisation_id')
        .onRef('person.id', '=', 'calendar_feed.person_id'),
    )
    .innerJoin('organisation', 'organisation.id', 'calendar_feed.organisation_id')
    .select([
      'person.id as person_id',
      'organisation.name as organisation_name',
      'organisation.time_zone',
    ])
    .where('calendar_feed.organisation_id', '=', read.tenant.id)
    .where('calendar_feed.hash', '=', hash)
    .where('person.active', '=', true)
    .executeTakeFirst();
}

/** An entry of a feed: a shift, a duty or a reservation of its person. */
export type FeedEntry = FeedShift & { what: string };

/**
 * What a person's feed shows, by start: approved shifts, duties and reservations from 60 days back to 400
 * ahead (what waits of the last as such), and as CANCELLED those that were theirs and, in the last 30 days, were cancelled, unlocked or changed hands,
 * so that calendar programs take them out.
 */
export async function findFeedEntries(
  read: Read,
  personId: string,
  timeZone: string,
): Promise<FeedEntry[]> {
  const [own, given, duties, reservations] = await Promise.all([
    findOwnShifts(read, personId, timeZone),
    findGivenShifts(read, personId, timeZone),
    findOwnDuties(read, personId, timeZone),
    findOwnReservations(read, personId, timeZone),
  ]);
  const shifts = [...own, ...given].map((shift) => ({ ...shift, what: 'Shift' }));
  return [...shifts, ...duties, ...reservations].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

async function findOwnDuties(read: Read, personId: string, timeZone: string): Promise<FeedEntry[]> {
  const today = dateAt(read.now, timeZone);
  const dates = { from: addDays(today, -daysBack), until: addDays(today, daysAhead) };
  const duties = await findFeedDuties(read, personId, dates, read.now.subtract(cancelledFor));
  return duties.map(({ name, roster, ended, ...duty }) => ({
    ...{ ...duty, what: name, notes: roster, status: ended ? 'CANCELLED' : 'APPROVED' },
  }));
}

function findOwnReservations(read: Read, personId: string, timeZone: string): Promise<FeedEntry[]> {
  const today = dateAt(read.now, timeZone);
  const dates = { from: addDays(today, -daysBack), until: addDays(today, daysAhead) };
  return findFeedReservations(read, personId, dates, read.now.subtract(cancelledFor));
}

const orderOf = ({ starts_at, id }: FeedShift) =>
  `${Temporal.Instant.from(starts_at).toString({ smallestUnit: 'second' })} ${id}`;

function selectFeedShifts(read: Read, timeZone: string) {
  const today = dateAt(read.now, timeZone);
  return read.db
    .selectFrom('shift')
    .select(['shift.id', 'shift.starts_at', 'shift.ends_at', 'shift.zone', 'shift.status'])
    .select(['shift.notes', 'shift.version', 'shift.created_at', 'shift.updated_at'])
    .where('shift.organisation_id', '=', read.tenant.id)
    .where('shift.date', '>=', addDays(today, -daysBack))
    .where('shift.date', '<=', addDays(today, daysAhead));
}

/** A shift as a feed reads it. */
export type FeedShift = Awaited<ReturnType<ReturnType<typeof selectFeedShifts>['execute']>>[number];

function findOwnShifts(read: Read, personId: string, timeZone: string): Promise<FeedShift[]> {
  return selectFeedShifts(read, timeZone)
    .leftJoin('shift_decision', (join) =>
      join
        .onRef('shift_decision.organisation_id', '=', 'shift.organisation_id')
        .onRef('shift_decision.shift_id', '=', 'shift.id'),
    )
    .where('shift.person_id', '=', personId)
    .where(({ or, and, eb }) =>
      or([
        eb('shift.status', '=', 'APPROVED'),
        and([
          eb('shift.status', '=', 'CANCELLED'),
          eb('shift_decision.decision', '=', 'APPROVED'),
          eb('shift.updated_at', '>', read.now.subtract(cancelledFor).toString()),
        ]),
      ]),
    )
    .execute();
}

/** What the person gave away, by an offer of theirs or in exchange for one, without what is not theirs to read any more. */
async function findGivenShifts(
  read: Read,
  personId: string,
  timeZone: string,
): Promise<FeedShift[]> {
  const given = read.db
    .selectFrom('shift_offer')
    .select(
      sql<string>`case when person_id = ${personId} then shift_id else exchange_id end`.as('id'),
    )
    .where('organisation_id', '=', read.tenant.id)
    .where('state', '=', 'DONE')
    .where('closed_at', '>', read.now.subtract(cancelledFor).toString())
    .where(({ or, eb }) => or([eb('person_id', '=', personId), eb('taker_id', '=', personId)]));
  const shifts = await selectFeedShifts(read, timeZone)
    .where('shift.person_id', '<>', personId)
    .where('shift.id', 'in', given)
    .execute();
  return shifts.map((shift) => ({ ...shift, status: 'CANCELLED', notes: '' }));
}
