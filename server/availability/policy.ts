import { may } from '../../contract/identity/permissions.ts';
import type { Actor } from '../platform/scope.ts';

/** Whether someone sees and says when this person is away or available: themself, or who changes people. */
export function speaksFor(by: Actor, personId: string): boolean {
  return by.personId === personId || may(by, 'person.change');
}
