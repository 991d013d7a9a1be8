import { findAdmins } from '../identity/module.ts';
import { queueMessage } from '../inbox/module.ts';
import type { Templates } from '../platform/letter.ts';
import type { Tx } from '../platform/scope.ts';
import { clocksOf } from '../timeline/module.ts';

type Person = { id: string; full_name: string; email: string };

/** Tells of an absence: the admins when the person said so, the person when an admin did. */
export async function tellOfAbsence(
  tx: Tx,
  entry: string,
  template: 'absence-added' | 'absence-cancelled',
  person: Person,
  span: { startsAt: string; endsAt: string; zone: string },
): Promise<void> {
  const own = tx.by?.personId === person.id;
  const admins = own ? await findAdmins(tx) : [{ personId: person.id, email: person.email }];
  const others = admins.filter((one) => one.personId !== tx.by?.personId);
  await queueMessage(tx, entry, template, others, {
    name: own ? person.full_name : 'You',
    own,
    by: tx.by?.fullName ?? 'Callboard',
    when: clocksOf(span.startsAt, span.endsAt, span.zone),
  });
}

/** The letters about absences. They never carry the reason. */
export const letters: Templates = {
  'absence-added': ({ name, own, by, when }, { link }) => ({
    subject: own ? `${name} will be away` : 'You are entered as away',
    opening: own ? `${name} will be away.` : `${by} entered that you will be away.`,
    facts: [['From', String(when)]],
    paragraphs: ['Nobody can be planned in while they are away.'],
    button: { label: 'See absences', url: link(own ? '/people/absences' : '/availability') },
  }),
  'absence-cancelled': ({ name, own, by, when }, { link }) => ({
    subject: own ? `${name} is not away after all` : 'Your absence was taken back',
    opening: own
      ? `${name} took an absence back and can be planned in again.`
      : `${by} took an absence of yours back: you can be planned in again.`,
    facts: [['From', String(when)]],
    button: { label: 'See absences', url: link(own ? '/people/absences' : '/availability') },
  }),
};

const sample = {
  ...{ name: 'Alex Morgan', own: true, by: 'Alex Morgan' },
  when: '06:00 on 2026-12-01 to 18:00 on 2026-12-03',
};

/** What they look like, for showing them. */
export const letterSamples = { 'absence-added': sample, 'absence-cancelled': sample };
