import type { Permission } from '../../../../contract/identity/permissions.ts';
import { systemOf, systems } from '../../../../contract/identity/systems.ts';

const groups = ['organisation', ...systems, 'records', 'other'] as const;
type Group = (typeof groups)[number];

const nouns: Readonly<Record<string, readonly string[]>> = {
  organisation: ['organisation', 'role', 'person', 'absence', 'job', 'session'],
  records: ['journal', 'mailbox', 'delivery', 'wording', 'timeline'],
};

/** Permissions by what they are about, in the order of the one table. */
export function grouped(permissions: readonly string[]): { group: Group; names: Permission[] }[] {
  const byGroup = Map.groupBy(permissions as readonly Permission[], groupOf);
  return groups.flatMap((group) => {
    const names = byGroup.get(group);
    return names ? [{ group, names }] : [];
  });
}

function groupOf(permission: string): Group {
  const noun = permission.split('.')[0] ?? '';
  const named = groups.find((group) => nouns[group]?.includes(noun));
  return systemOf(permission) ?? named ?? 'other';
}
