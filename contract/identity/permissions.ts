/** Roles, most powerful first. Custom roles and staff labels are sets of the same permissions. */
export const roles = ['owner', 'admin', 'manager', 'member'] as const;
export type Role = (typeof roles)[number];

const everyone = roles;
const admins = ['owner', 'admin'] as const;

/** The one permission table: who may do what. Checked on every route, read by the web app, printed into the docs. */
export const permissions = {
  'organisation.read': everyone,
  'person.read': admins,
  'person.add': admins,
  'journal.read': admins,
  'mailbox.read': admins,
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
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether a role holds a permission. */
export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}
