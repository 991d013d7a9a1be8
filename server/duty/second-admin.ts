import { sql } from 'kysely';
import { type FindPast, findRules } from '../approvals/module.ts';
import {
  type Facts,
  type Match,
  whyApprovalNeeded,
} from '../platform/approval/why-approval-needed.ts';
import type { Refused } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { wallStretches } from '../timeline/module.ts';
import { type DutyRow, findDuties } from './duty-store.ts';

/** The rules by which a second admin has to approve that these are unlocked; none: nobody has to. */
export async function findUnlockRules(tx: ActorTx, duties: readonly DutyRow[]): Promise<Match[]> {
  const rules = await findRules(tx, 'unlock');
  if (rules.length === 0) return [];
  const all = duties.flatMap((row) => whyApprovalNeeded(rules, factsOf(row, tx.by.role)) ?? []);
  return all.filter((match, i) => all.findIndex(({ id }) => id === match.id) === i);
}

/** 409 where a rule asks for a second admin: the one who asks is not the one who unlocks. */
export async function whyNotAlone(
  tx: ActorTx,
  duties: readonly DutyRow[],
): Promise<Refused | null> {
  const matches = await findUnlockRules(tx, duties);
  if (matches.length === 0) return null;
  const why = matches.map(({ detail }) => detail).join(' ');
  return {
    code: 'needs_second_admin',
    detail: `${why} Ask for it as an unlock request; another admin approves it.`,
    facts: { approval_reasons: matches },
  };
}

type Unlocked = Pick<DutyRow, 'date' | 'starts_at' | 'ends_at' | 'zone'>;

/** An unlock as rules look at it: when the duty is and how long, and the role of who unlocks. */
function factsOf(row: Unlocked, role: string): Facts {
  const elapsed = Temporal.Instant.from(row.starts_at).until(row.ends_at);
  const request = Math.round(elapsed.total('minutes'));
  return {
    date: row.date,
    clock: wallStretches(row.starts_at, row.ends_at, row.zone),
    resource: null,
    role,
    minutes: { request, day: request, week: request, month: request },
    first: false,
    cost: null,
  };
}

/** The last unlocks, by whoever did them with the role that they have now. */
export const findPastUnlocks: FindPast = async (view, _rule, last) => {
  const logs = await view.db
    .selectFrom('unlock_log as log')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'log.organisation_id')
        .onRef('person.id', '=', 'log.unlocked_by'),
    )
    .select(['log.id', 'log.assignment_id', 'log.unlocked_at', 'person.full_name'])
    .select(sql<string>`coalesce(person.own_role_id::text, person.role)`.as('role'))
    .where('log.organisation_id', '=', view.tenant.id)
    .where('log.how', '<>', 'undone')
    .orderBy('log.unlocked_at', 'desc')
    .orderBy('log.id', 'desc')
    .limit(sql.lit(last))
    .execute();
  const duties = await findDuties(
    view,
    logs.map((log) => log.assignment_id),
  );
  return logs.flatMap((log) => {
    const row = duties.find(({ id }) => id === log.assignment_id);
    if (!row) return [];
    const what = `${row.person_name}, ${row.duty_name}, ${row.date}`;
    const facts = [factsOf(row, log.role)];
    return [{ id: log.id, asked_at: log.unlocked_at, person_name: log.full_name, what, facts }];
  });
};
