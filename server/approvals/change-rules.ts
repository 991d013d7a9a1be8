import type { ApprovalSubject, RuleConditions } from '../../contract/platform/approval.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { refuseIf } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { withSeconds } from '../timeline/module.ts';
import { presentRule } from './present-rule.ts';
import { whyBackwards, whyTooManyRules } from './rule.ts';
import {
  insertRule,
  markDeleted,
  type RuleChange,
  type RuleRow,
  selectRules,
  updateRule,
} from './rule-store.ts';

/** What a new rule is made of: of any resource, active and without end unless said. */
export type NewRule = RuleChange & {
  subject: ApprovalSubject;
  resource_id?: string | null;
  name: string;
  conditions: RuleConditions;
};

/** Makes a rule and journals it. What is asked already stays as it is. */
export async function makeRule(tx: Tx, rule: NewRule): Promise<RuleRow> {
  const row: RuleRow = {
    ...{ id: newId(), subject: rule.subject, resource_id: rule.resource_id ?? null },
    ...{ name: rule.name, conditions: whole(rule.conditions), is_active: rule.is_active ?? true },
    effective_from: rule.effective_from ?? null,
    effective_until: rule.effective_until ?? null,
    version: 1,
  };
  refuseIf(whyBackwards(row));
  refuseIf(whyTooManyRules((await selectRules(tx).execute()).length));
  await insertRule(tx, row);
  await record(tx, 'approval_rule.created', row.id, { rule: presentRule(row) });
  return row;
}

/** Changes a locked rule and journals what changed; a change of nothing is none. */
export async function changeRule(tx: Tx, before: RuleRow, change: RuleChange): Promise<RuleRow> {
  const said = Object.entries(change).filter(([, value]) => value !== undefined);
  const after: RuleRow = { ...before, ...Object.fromEntries(said) };
  after.conditions = whole(after.conditions);
  refuseIf(whyBackwards(after));
  const changes = changesOf(before, after);
  if (Object.keys(changes).length === 0) return before;
  const row = { ...after, version: before.version + 1 };
  await updateRule(tx, row);
  await record(tx, 'approval_rule.updated', row.id, { rule: presentRule(row), changes });
  return row;
}

/** Deletes a locked rule and journals it. */
export async function deleteRule(tx: Tx, row: RuleRow): Promise<void> {
  await markDeleted(tx, row.id);
  await record(tx, 'approval_rule.deleted', row.id, { rule: presentRule(row) });
}

/** Conditions as they are stored: with the version of their shape, times with seconds, keys in one order. */
function whole({ window, roles, hours, first_booking: first, cost }: RuleConditions) {
  return {
    version: 1 as const,
    ...(window && {
      window: {
        weekdays: window.weekdays.toSorted((a, b) => a - b),
        start_time: withSeconds(window.start_time),
        end_time: withSeconds(window.end_time),
      },
    }),
    ...(roles && { roles: roles.toSorted() }),
    ...(hours && { hours: { over_minutes: hours.over_minutes, per: hours.per } }),
    ...(first && { first_booking: first }),
    ...(cost && { cost: { over: cost.over, currency: cost.currency } }),
  };
}

const fields = ['name', 'conditions', 'is_active', 'effective_from', 'effective_until'] as const;

function changesOf(before: RuleRow, after: RuleRow) {
  // jsonb has an order of keys of its own.
  const textOf = (row: RuleRow, field: (typeof fields)[number]) =>
    JSON.stringify(field === 'conditions' ? whole(row.conditions) : row[field]);
  const changed = fields.filter((field) => textOf(before, field) !== textOf(after, field));
  return Object.fromEntries(
    changed.map((field) => [field, { before: before[field], after: after[field] }]),
  );
}
