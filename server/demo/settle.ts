import { permissionsOf } from '../../contract/identity/permissions.ts';
import { createOrganisation, createPerson, type Founding } from '../identity/module.ts';
import { type App, write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import type { Actor, ActorTx, Tenant } from '../platform/scope.ts';
import { emailOf, type Neighbourhood } from './world.ts';

/** An organisation that stands: its tenant and its people as actors, by key. */
export type Settled = { tenant: Tenant; actors: Record<string, Actor> };

/**
 * Makes an organisation of the world with its people, and whatever `then` adds, in one transaction.
 * The first of the people is the owner, in whose name it happens.
 */
export async function settle(
  app: App,
  { organisation, people }: Neighbourhood,
  founding: readonly Founding[],
  passwordHash: string,
  then: (tx: ActorTx, settled: Settled) => Promise<void> = async () => {},
): Promise<Settled> {
  const slug = organisation.name.toLowerCase().replaceAll(' ', '-');
  const { name, timeZone } = organisation;
  const tenant: Tenant = { id: newId(), name, slug, timeZone };
  const ids = new Map(people.map((person) => [person.key, newId()]));
  const owner = people[0];
  if (!owner) throw new Error('an organisation needs its owner');
  return write(app, tenant, {}, async (tx) => {
    const actors: Record<string, Actor> = {};
    const settled = { tenant, actors };
    const by = actorOf(owner, ids.get(owner.key) as string, '');
    const owned = { ...tx, by };
    await createOrganisation({ ...tx, by: null }, founding);
    for (const person of people) {
      const id = ids.get(person.key) as string;
      const { account } = await createPerson(owned, {
        id,
        email: emailOf(person),
        firstName: person.first,
        lastName: person.last,
        role: person.role,
        passwordHash,
        verified: true,
        weeklyLimitMinutes: person.weeklyHours * 60,
      });
      actors[person.key] = actorOf(person, id, account.id);
    }
    await then(owned, settled);
    return settled;
  });
}

function actorOf(
  person: Neighbourhood['people'][number],
  personId: string,
  accountId: string,
): Actor {
  return {
    personId,
    accountId,
    sessionId: newId(),
    fullName: `${person.first} ${person.last}`,
    role: person.role,
    permissions: permissionsOf(person.role),
    verified: true,
  };
}
