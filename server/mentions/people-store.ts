import type { Read } from '../platform/scope.ts';
import type { Mentionable } from './mention.ts';

/** Everyone active in the directory, with the address they are told at, by name. */
export function findMentionable(read: Read): Promise<(Mentionable & { email: string })[]> {
  return read.db
    .selectFrom('person')
    .select(['id', 'full_name', 'first_name', 'username', 'email'])
    .where('organisation_id', '=', read.tenant.id)
    .where('active', '=', true)
    .orderBy('full_name')
    .orderBy('id')
    .execute();
}
