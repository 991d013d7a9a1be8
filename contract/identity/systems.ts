/** The systems that an organisation can switch on and off. */
export const systems = ['rota', 'crew', 'duty', 'tasks', 'chat', 'booking'] as const;
export type System = (typeof systems)[number];

/** Those that this version has; the others come later and are on when they come. */
export const builtSystems: readonly System[] = ['rota', 'duty', 'booking'];

// The noun of a permission belongs to at most one system.
const systemOfNoun: Readonly<Record<string, System>> = {
  period: 'rota',
  shift: 'rota',
  rota_settings: 'rota',
  calendar: 'rota',
  coverage: 'rota',
  hours: 'rota',
  pattern: 'rota',
  gap: 'rota',
  question: 'rota',
  roster: 'duty',
  duty: 'duty',
  reminder: 'duty',
  registration: 'duty',
  event: 'crew',
  task: 'tasks',
  resource: 'booking',
  reservation: 'booking',
  trade: 'booking',
  booking_settings: 'booking',
};

/** The system that a permission is of; null when it is of the whole organisation and never off. */
export function systemOf(permission: string): System | null {
  return systemOfNoun[permission.split('.')[0] ?? ''] ?? null;
}
