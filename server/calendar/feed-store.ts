import { sql } from 'kysely';
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

/**
 * What a person's feed shows, by start: approved shifts from 60 days back to 400 ahead, and those
 * that were approved and cancelled in the last 30 days, so that calendar programs take them out.
 */
export async function findFeedShifts(read: Read, personId: string, timeZone: string) {
  const today = dateAt(read.now, timeZone);
  return read.db
    .selectFrom('shift')
    .leftJoin('shift_decision', (join) =>
      join
        .onRef('shift_decision.organisation_id', '=', 'shift.organisation_id')
        .onRef('shift_decision.shift_id', '=', 'shift.id'),
    )
    .select(['shift.id', 'shift.starts_at', 'shift.ends_at', 'shift.zone', 'shift.status'])
    .select(['shift.notes', 'shift.version', 'shift.created_at', 'shift.updated_at'])
    .where('shift.organisation_id', '=', read.tenant.id)
    .where('shift.person_id', '=', personId)
    .where('shift.date', '>=', addDays(today, -daysBack))
    .where('shift.date', '<=', addDays(today, daysAhead))
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
    .orderBy('shift.starts_at')
    .orderBy('shift.id')
    .execute();
}

/** A shift as a feed reads it. */
export type FeedShift = Awaited<ReturnType<typeof findFeedShifts>>[number];
