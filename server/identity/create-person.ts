import type { RoleId } from '../../contract/identity/permissions.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import { found, Refusal } from '../platform/problem.ts';
import type { Tx } from '../platform/scope.ts';
import { type Account, getAccountByEmail, insertAccount } from './account-store.ts';
import { enterDirectory, getPerson, getPersonByEmail, type PersonRow } from './person-store.ts';

/** Someone to be put into the directory. `passwordHash` and `verified` count for a new account only. */
export type PersonToCreate = {
  id?: string;
  email: string;
  firstName: string;
  lastName: string;
  role: RoleId;
  passwordHash?: string | null;
  verified?: boolean;
  username?: string | undefined;
  phoneNumber?: string | undefined;
  weeklyLimitMinutes?: number | undefined;
};

/** Puts someone into the directory, with a new account or the one their e-mail has. 409 `person_exists`. */
export async function createPerson(
  tx: Tx,
  person: PersonToCreate,
): Promise<{ person: PersonRow; account: Account }> {
  const email = person.email.toLowerCase();
  const account = await accountFor(tx, email, person);
  const waiting = await getPersonByEmail(tx, email);
  const id = person.id ?? (waiting?.standing === 'withdrawn' ? waiting.id : newId());
  const made = await enterDirectory(tx, { ...person, id, email, accountId: account.id });
  if (!made) throw personExists();
  const row = found(await getPerson(tx, id));
  await record(tx, 'person.added', id, { full_name: row.full_name, email, role: row.role });
  return { person: row, account };
}

/** 409: the organisation has a person with this e-mail already, or has invited them. */
export function personExists(there?: { standing: string }): Refusal {
  const sentence =
    there?.standing === 'invited'
      ? 'An invitation went to this address. Send it again, or take it back first.'
      : 'The organisation has a person with this e-mail already.';
  return new Refusal(409, 'person_exists', sentence);
}

async function accountFor(tx: Tx, email: string, person: PersonToCreate): Promise<Account> {
  const { passwordHash = null, verified = false } = person;
  await insertAccount(tx, { id: newId(), email, passwordHash, verified });
  return found(await getAccountByEmail(tx, email));
}
