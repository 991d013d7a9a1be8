import { sql } from 'kysely';
import type { DayCoverage } from '../../contract/rota/coverage.ts';
import { record } from '../platform/journal.ts';
import type { Read, Tx } from '../platform/scope.ts';
import { addDays } from '../timeline/module.ts';
import { type Covering, coverOf, dayCoverage, type Window } from './coverage.ts';

/** A shift that covers something when it is approved. */
type Shift = Covering & { id: string; status: string };

/** A day whose coverage becomes another (complete, partial, none). */
export type Turn = { date: string; before: string; after: string; coverage: DayCoverage };

/**
 * The days whose coverage turns because a shift becomes what it is after; null where it is new. Looks
 * at all other shifts and adds this one, so it may be sent together with the change itself.
 */
export async function findTurns(read: Read, before: Shift | null, after: Shift): Promise<Turn[]> {
  const was = before?.status === 'APPROVED' ? [before] : [];
  const is = after.status === 'APPROVED' ? [after] : [];
  const dates = [...new Set([...was, ...is].flatMap(datesOf))].sort();
  const [from, until] = [dates[0], dates.at(-1)];
  if (from === undefined || until === undefined) return [];
  const { windows, others } = await findAround(read, [...was, ...is], from, until);
  const coverBefore = coverOf([...others, ...was]);
  const coverAfter = coverOf([...others, ...is]);
  const zone = read.tenant.timeZone;
  return dates.flatMap((date) => {
    const { status } = dayCoverage(date, windows, coverBefore, zone);
    const coverage = dayCoverage(date, windows, coverAfter, zone);
    return coverage.status === status
      ? []
      : [{ date, before: status, after: coverage.status, coverage }];
  });
}

/** Writes `coverage.alert` for each day that turned. */
export async function recordTurns(tx: Tx, periodId: string, turns: readonly Turn[]): Promise<void> {
  await Promise.all(
    turns.map((turn) => record(tx, 'coverage.alert', periodId, { kind: 'turn', ...turn })),
  );
}

function datesOf({ date, overnight }: Covering): string[] {
  return overnight ? [date, addDays(date, 1)] : [date];
}

/**
 * The windows of the dates and the other approved shifts that reach into them, in one statement. A
 * shift that lies in no window turns no day, so the others are read only when it touches one.
 */
async function findAround(read: Read, changed: readonly Shift[], from: string, until: string) {
  const overnight = changed.some((shift) => shift.overnight);
  const begins = overnight ? '00:00' : changed.map((shift) => shift.start_time).sort()[0];
  const ends = overnight
    ? '24:00'
    : changed
        .map((shift) => shift.end_time)
        .sort()
        .at(-1);
  const found = await sql<Covering & Window & { is_window: boolean }>`
    select true as is_window, slug, name, start_time, end_time, effective_from, effective_until,
      null as date, false as overnight
    from coverage_window
    where organisation_id = ${read.tenant.id} and effective_from <= ${until}
      and (effective_until is null or effective_until >= ${from})
    union all
    select false, null, null, start_time, end_time, null, null, date, overnight
    from shift
    where organisation_id = ${read.tenant.id} and status = 'APPROVED'
      and date between ${addDays(from, -1)} and ${until} and (date >= ${from} or overnight)
      and id <> ${changed[0]?.id}
      and exists (select from coverage_window w where w.organisation_id = ${read.tenant.id}
        and w.start_time < ${ends} and w.end_time > ${begins})
    order by start_time`.execute(read.db);
  const { true: windows = [], false: others = [] } = Object.groupBy(found.rows, (row) =>
    row.is_window ? 'true' : 'false',
  );
  return { windows, others };
}
