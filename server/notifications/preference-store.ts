import type { Channel, KindName } from '../../contract/notifications/notification-kinds.ts';
import type { Read, Tx } from '../platform/scope.ts';
import type { DailySpan } from '../timeline/module.ts';

/** What someone chose otherwise than usual, and when they are not to be disturbed. */
export async function findPreferences(read: Read, personId: string) {
  const ofPerson = { organisation_id: read.tenant.id, person_id: personId };
  const [chosen, quiet, person] = await Promise.all([
    read.db
      .selectFrom('notification_preference')
      .select(['kind', 'channel', 'chosen'])
      .where((where) => where.and(ofPerson))
      .execute(),
    read.db
      .selectFrom('quiet_hours')
      .select(['from_time', 'until_time'])
      .where((where) => where.and(ofPerson))
      .executeTakeFirst(),
    read.db
      .selectFrom('person')
      .select(['time_zone', 'phone_number'])
      .where('organisation_id', '=', read.tenant.id)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow(),
  ]);
  return { chosen, quiet, person };
}

/** Writes a choice down. */
export async function saveChoice(
  tx: Tx,
  personId: string,
  choice: { kind: KindName; channel: Channel; chosen: boolean },
): Promise<void> {
  await tx.db
    .insertInto('notification_preference')
    .values({ organisation_id: tx.tenant.id, person_id: personId, ...choice })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'kind', 'channel'])
        .doUpdateSet({ chosen: choice.chosen }),
    )
    .execute();
}

/** Writes quiet hours down, or that there are none. */
export async function saveQuietHours(
  tx: Tx,
  personId: string,
  span: DailySpan | null,
): Promise<void> {
  if (span === null) {
    await tx.db
      .deleteFrom('quiet_hours')
      .where('organisation_id', '=', tx.tenant.id)
      .where('person_id', '=', personId)
      .execute();
    return;
  }
  const times = { from_time: span.from, until_time: span.until };
  await tx.db
    .insertInto('quiet_hours')
    .values({ organisation_id: tx.tenant.id, person_id: personId, ...times })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(times))
    .execute();
}
