import type { DemoLogins } from '../identity/module.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { demoPassword, emailOf, harbour } from './world.ts';

/** The demo's log-ins while it is loaded on a local machine, else none. */
export const demoLogins: DemoLogins = async (app) => {
  if (!app.config.local) return [];
  const loaded = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('account')
      .select('id')
      .where('email', '=', emailOf({ key: 'ada' }))
      .executeTakeFirst(),
  );
  if (!loaded) return [];
  return harbour.people.map((person) => ({
    name: `${person.first} ${person.last}`,
    role: person.role,
    email: emailOf(person),
    password: demoPassword,
  }));
};
