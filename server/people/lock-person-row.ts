import { getPerson, lockPerson, type PersonRow } from '../identity/module.ts';
import { found, notFound } from '../platform/problem.ts';
import type { Read, Tx } from '../platform/scope.ts';

/** A person of the directory; 404 for who was invited once and is no longer. */
export async function personOf(read: Read, id: string): Promise<PersonRow> {
  const person = found(await getPerson(read, id));
  if (person.standing === 'withdrawn') throw notFound();
  return person;
}

/** The same, locked until the transaction ends. */
export async function lockPersonRow(tx: Tx, id: string): Promise<PersonRow> {
  found(await lockPerson(tx, id));
  return personOf(tx, id);
}
