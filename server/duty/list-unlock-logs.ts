import { sql } from 'kysely';
import { listUnlockLogs as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import type { Read } from '../platform/scope.ts';
import type { DutyFacts } from './duty-event.ts';

/** Who unlocked what, when and why, and what stood there before; newest first. */
export const listUnlockLogs = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let logs = selectLogs(view);
  if (query.roster) logs = logs.where('log.roster_id', '=', query.roster);
  if (query.person) logs = logs.where('log.person_id', '=', query.person);
  const total = query.count ? await countOf(logs) : null;
  if (after) {
    const [at, id] = after;
    logs = logs.where(sql<boolean>`(log.unlocked_at, log.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await logs
    .orderBy('log.unlocked_at', 'desc')
    .orderBy('log.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.unlocked_at, row.id];
  return pageOf(rows, query.limit, key, presentLog, total);
});

function selectLogs(read: Read) {
  return read.db
    .selectFrom('unlock_log as log')
    .leftJoin('person as unlocker', (join) =>
      join
        .onRef('unlocker.organisation_id', '=', 'log.organisation_id')
        .onRef('unlocker.id', '=', 'log.unlocked_by'),
    )
    .select(['log.id', 'log.assignment_id as assignment', 'log.how', 'log.reason', 'log.stood'])
    .select(['log.unlocked_by', 'log.unlocked_at', 'unlocker.full_name as unlocked_by_name'])
    .where('log.organisation_id', '=', read.tenant.id);
}

type LogRow = Awaited<ReturnType<ReturnType<typeof selectLogs>['executeTakeFirstOrThrow']>>;

// Names are those that stood there then: the log is of record.
function presentLog({ stood, ...log }: LogRow) {
  const duty = stood as DutyFacts;
  return {
    ...log,
    ...{ roster: duty.roster, roster_name: duty.roster_name, date: duty.date },
    ...{ duty_type: duty.duty_type, duty_name: duty.duty_name },
    ...{ start_time: duty.start_time, end_time: duty.end_time, overnight: duty.overnight },
    ...{ person: duty.person, person_name: duty.person_name },
    ...{ assigned_at: duty.assigned_at, assigned_by_name: duty.assigned_by_name },
  };
}

async function countOf(logs: ReturnType<typeof selectLogs>): Promise<number> {
  const counted = await logs
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
