import type { Tx } from '../platform/scope.ts';
import { datesBetween } from '../timeline/module.ts';
import { coverOf, dayCoverage, type Window } from './coverage.ts';
import { recordTurns, type Turn } from './coverage-change.ts';
import { findCovering, findWindows } from './coverage-store.ts';

/**
 * Writes `coverage.alert` for every day of every period from `from` on, of finalized ones too, that
 * turns because the windows were changed from `before` to what they are now.
 */
export async function recordWindowTurns(
  tx: Tx,
  from: string,
  before: readonly Window[],
  cause: string,
): Promise<void> {
  const periods = await findPeriodsFrom(tx, from);
  const until = periods
    .map((period) => period.end_date)
    .sort()
    .at(-1);
  if (until === undefined) return;
  const [after, covering] = await Promise.all([
    findWindows(tx, from, until),
    findCovering(tx, from, until),
  ]);
  const cover = coverOf(covering);
  const turnOf = (date: string): Turn[] => {
    const was = dayCoverage(date, before, cover, tx.tenant.timeZone).status;
    const coverage = dayCoverage(date, after, cover, tx.tenant.timeZone);
    return was === coverage.status ? [] : [{ date, before: was, after: coverage.status, coverage }];
  };
  for (const { id, start_date, end_date } of periods) {
    const dates = datesBetween(start_date < from ? from : start_date, end_date);
    await recordTurns({ ...tx, causeId: cause }, id, dates.flatMap(turnOf));
  }
}

function findPeriodsFrom(tx: Tx, from: string) {
  return tx.db
    .selectFrom('schedule_period')
    .select(['id', 'start_date', 'end_date'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('end_date', '>=', from)
    .orderBy('id')
    .execute();
}
