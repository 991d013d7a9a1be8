import type { Permission } from '../../../../contract/identity/permissions.ts';

const groups = {
  Organisation: ['organisation', 'role', 'person', 'absence', 'job'],
  Rota: ['calendar', 'shift', 'period', 'coverage', 'hours', 'gap', 'pattern', 'question'],
  Records: ['journal', 'mailbox', 'delivery', 'wording', 'timeline'],
} as const;

const words: Partial<Record<Permission, string>> = {
  'organisation.read': 'See the organisation',
  'organisation.change': 'Change the organisation and its systems',
  'role.read': 'See roles and who may do what',
  'role.change': 'Make and change roles',
  'person.read': 'See the people',
  'person.add': 'Add and invite people',
  'person.change': 'Change, deactivate and activate people',
  'absence.read': 'See absences',
  'absence.change': 'Enter absences',
  'journal.read': 'See what happened, and who did it',
  'mailbox.read': 'See what was sent',
  'delivery.read': 'See what reached whom, and what did not',
  'delivery.send_again': 'Have messages sent again',
  'wording.change': 'Change the words of letters',
  'timeline.read': 'See who is free',
  'period.read': 'See periods',
  'period.create': 'Open periods',
  'period.change': 'Change, lock and delete periods',
  'period.finalize': 'Finalize periods',
  'shift.read': 'See own shifts',
  'shift.ask': 'Ask for shifts',
  'shift.change': 'Change and cancel own requests',
  'shift.decide': 'Approve, reject and edit everyone’s shifts',
  'shift.offer': 'Offer and take shifts',
  'rota_settings.read': 'See the settings of the rota',
  'rota_settings.edit': 'Change the settings of the rota',
  'calendar.read': 'See the calendar',
  'coverage.read': 'See what is covered',
  'coverage.change': 'Change what must be covered',
  'hours.read': 'See hours',
  'pattern.read': 'See what people usually work',
  'gap.read': 'See gaps and who could fill them',
  'question.ask': 'Ask the assistant',
  'event.run': 'Run the events assigned to them',
  'task.change': 'Change any task',
};

/** What a permission lets someone do. */
export function wordsOf(permission: string): string {
  const known = words[permission as Permission];
  if (known) return known;
  const [noun = '', verb = ''] = permission.split('.');
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1).replaceAll('_', ' ')}: ${verb.replaceAll('_', ' ')}`;
}

/** Permissions in groups, each with a title, in the order of the one table. */
export function grouped(permissions: readonly string[]): { title: string; names: string[] }[] {
  const byGroup = Map.groupBy(permissions, groupOf);
  return ['Organisation', 'Rota', 'Records', 'Other'].flatMap((title) => {
    const names = byGroup.get(title);
    return names ? [{ title, names }] : [];
  });
}

function groupOf(permission: string): string {
  const noun = permission.split('.')[0]?.replace('rota_settings', 'coverage') ?? '';
  const found = Object.entries(groups).find(([, nouns]) =>
    (nouns as readonly string[]).includes(noun),
  );
  return found?.[0] ?? 'Other';
}
