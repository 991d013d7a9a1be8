import { createOrganisation, createPerson } from '../../identity/module.ts';
import { type App, write } from '../../platform/app.ts';
import { newId } from '../../platform/id.ts';
import type { Tenant } from '../../platform/scope.ts';
import { getReminderSettings, saveReminderSettings } from '../../reminders/settings-store.ts';

/** An organisation of the year: its people have an address and a number each. */
export type Organisation = {
  tenant: Tenant;
  people: { id: string; name: string; email: string }[];
};

/** Founds an organisation in a zone that reminds by e-mail and by text. */
export async function foundOrganisation(
  app: App,
  timeZone: string,
  people: number,
  n: number,
): Promise<Organisation> {
  const slug = `year-${n}`;
  const tenant: Tenant = { id: newId(), name: slug, slug, timeZone, off: [] };
  const made: Organisation = { tenant, people: [] };
  await write(app, tenant, {}, async (tx) => {
    await createOrganisation(tx, []);
    for (let i = 0; i < people; i += 1) {
      const email = `p${i}@${slug}.example`;
      const name = { firstName: 'Person', lastName: String(i) };
      const { person } = await createPerson(tx, { email, ...name, role: 'member' });
      made.people.push({ id: person.id, name: person.full_name, email });
      await tx.db
        .updateTable('person')
        .set({ phone_number: `+1555${String(n * 1_000 + i).padStart(7, '0')}` })
        .where('organisation_id', '=', tenant.id)
        .where('id', '=', person.id)
        .execute();
    }
    await saveReminderSettings(tx, {
      ...(await getReminderSettings(tx)),
      channels: ['email', 'sms'],
    });
  });
  return made;
}
