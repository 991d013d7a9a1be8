import type { Ending } from '../../contract/duty/duty-assignment.ts';
import { newId } from '../platform/id.ts';
import { insertAll } from '../platform/insert-all.ts';
import type { Refused } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { together } from '../platform/together.ts';
import { cancelReminders } from '../reminders/module.ts';
import { releaseAll } from '../timeline/module.ts';
import { dutyFacts, recordDuties } from './duty-event.ts';
import type { Told } from './duty-letters.ts';
import { type DutyRow, endDuties, findDuties } from './duty-store.ts';

/** Why assignments can't be unlocked: they were already. */
export function whyNotUnlock(duties: readonly DutyRow[]): Refused | null {
  const ended = duties.find((row) => row.ended_at !== null);
  if (!ended) return null;
  return {
    code: 'duty_unlocked',
    detail: `${ended.person_name} was taken off ${ended.duty_name} on ${ended.date} already.`,
    facts: { duty_assignment: ended.id, ended_at: ended.ended_at },
  };
}

/**
 * Takes people off what they were assigned to, all locked and standing: the log keeps who did it, why
 * and what stood there; reminders are cancelled, the time is free, the rows stay. Telling is the caller's.
 */
export async function takeOff(
  tx: Tx,
  duties: readonly DutyRow[],
  how: Ending,
  reason: string,
  factsOf: (row: DutyRow) => Record<string, unknown> = () => ({}),
): Promise<Told[]> {
  const ids = duties.map(({ id }) => id);
  await together([
    insertAll(
      tx,
      'unlock_log',
      duties.map((row) => ({
        organisation_id: tx.tenant.id,
        ...{ id: newId(), assignment_id: row.id, roster_id: row.roster_id },
        ...{ person_id: row.person_id, how, reason, stood: dutyFacts(row) },
        ...{ unlocked_by: tx.by?.personId ?? null, unlocked_at: tx.now.toString() },
      })),
    ),
    endDuties(tx, ids),
    releaseAll(tx, 'duty', ids),
    cancelReminders(tx, ids, reason),
  ]);
  const rows = await findDuties(tx, ids);
  const entries = await recordDuties(tx, 'duty.unlocked', rows, (row) => ({
    ...{ how, reason },
    ...factsOf(row),
  }));
  return rows.map((row, i) => ({ row, entry: entries[i] as string }));
}
