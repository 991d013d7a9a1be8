import { type System, systemOf } from './systems.ts';

/** The built-in roles, most powerful first. An owner makes more: sets of the same permissions. */
export const roles = [
  ...(['owner', 'admin', 'manager', 'steward'] as const),
  ...(['sales', 'operations', 'marketing', 'accounts', 'member'] as const),
] as const;
export type Role = (typeof roles)[number];

/** Which role someone has: the name of a built-in one, or the id of one that an owner made. */
export type RoleId = Role | (string & {});

const everyone = roles;
const owners = ['owner'] as const;
const admins = ['owner', 'admin'] as const;
const managers = ['owner', 'admin', 'manager'] as const;
const staff = ['sales', 'operations', 'marketing', 'accounts'] as const;

/** The one permission table: who may do what. Checked on every route, read by the web app, printed into the docs. */
export const permissions = {
  'organisation.read': everyone,
  'organisation.change': admins,
  'role.read': admins,
  'role.change': owners,
  'person.read': admins,
  'person.add': admins,
  'person.change': admins,
  'absence.read': everyone,
  'absence.change': everyone,
  'session.end': admins,
  'journal.read': admins,
  'mailbox.read': admins,
  'delivery.read': admins,
  'delivery.send_again': admins,
  'wording.change': admins,
  'job.redrive': admins,
  'timeline.read': admins,
  'period.read': everyone,
  'period.create': admins,
  'period.change': admins,
  'period.finalize': admins,
  'shift.read': everyone,
  'shift.ask': everyone,
  'shift.change': everyone,
  'shift.decide': admins,
  'shift.offer': everyone,
  'rota_settings.read': everyone,
  'rota_settings.edit': admins,
  'calendar.read': everyone,
  'coverage.read': everyone,
  'coverage.change': admins,
  'hours.read': everyone,
  'pattern.read': everyone,
  'gap.read': admins,
  'question.ask': admins,
  'roster.read': everyone,
  'roster.change': admins,
  'duty.read': everyone,
  'duty.assign': admins,
  'duty.unlock': admins,
  'registration.read': admins,
  'registration.decide': admins,
  'reminder.read': admins,
  'reminder.retry': admins,
  'resource.read': everyone,
  'resource.change': admins,
  'reservation.read': everyone,
  'reservation.make': everyone,
  'reservation.decide': admins,
  'trade.make': everyone,
  'booking_settings.change': admins,
  'approval_rule.change': admins,
  // Systems that are not built yet: what sets a steward and the staff labels apart.
  'event.run': [...managers, 'steward'],
  'task.change': [...managers, ...staff],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
export type Permissions = ReadonlySet<Permission>;

const names = Object.keys(permissions) as Permission[];
const held = new Map<string, Permissions>(
  roles.map((role) => [role, new Set(names.filter((name) => holds(role, name)))]),
);
const basics: Permissions = new Set(['organisation.read']);

/** Whether someone may do what needs this permission, by the role they have. */
export function may(by: { readonly permissions: Permissions }, permission: Permission): boolean {
  return by.permissions.has(permission);
}

/**
 * What a role may do: a built-in one by the table, an own one by `own` (the names stored with it).
 * What belongs to a system in `off` is left out.
 */
export function permissionsOf(
  role: RoleId,
  own: readonly string[] | null = null,
  off: readonly System[] = [],
): Permissions {
  const all =
    held.get(role) ?? new Set([...basics, ...names.filter((name) => own?.includes(name))]);
  if (off.length === 0) return all;
  return new Set([...all].filter((name) => !isOff(name, off)));
}

/** Whether a permission belongs to a system that is switched off. */
export function isOff(permission: Permission, off: readonly System[]): boolean {
  const system = systemOf(permission);
  return system !== null && off.includes(system);
}

/** Whether this is the name of a built-in role. */
export function isBuiltIn(role: string): role is Role {
  return held.has(role);
}

/** Permissions that an own role can hold: those of the owner alone would make owners of others. */
export const grantable: readonly Permission[] = names.filter((name) => holds('admin', name));

function holds(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
