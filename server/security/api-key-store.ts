import type { Permission } from '../../contract/identity/permissions.ts';
import type { Read, Tx } from '../platform/scope.ts';

const columns = [
  ...(['id', 'name', 'hint', 'scopes'] as const),
  ...(['created_at', 'expires_at', 'used_at', 'revoked_at'] as const),
] as const;

/** A key's row as its person may see it. */
export type ApiKeyRow = Awaited<ReturnType<typeof findApiKeys>>[number];

/** What a new key needs. */
export type NewApiKey = {
  id: string;
  name: string;
  hint: string;
  hash: Buffer;
  scopes: readonly Permission[];
  expiresAt: Temporal.Instant;
};

/** Writes a key of whoever acts. */
export function insertApiKey(tx: Tx & { by: { personId: string } }, key: NewApiKey) {
  return tx.db
    .insertInto('api_key')
    .values({
      organisation_id: tx.tenant.id,
      id: key.id,
      person_id: tx.by.personId,
      name: key.name,
      hint: key.hint,
      hash: key.hash,
      scopes: [...key.scopes],
      created_at: tx.now.toString(),
      expires_at: key.expiresAt.toString(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** All keys of a person, newest first. */
export function findApiKeys(read: Read, personId: string) {
  return read.db
    .selectFrom('api_key')
    .select(columns)
    .where('organisation_id', '=', read.tenant.id)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Revokes a key of a person; undefined when they have none of this id that is not revoked. */
export function revokeKey(tx: Tx, personId: string, id: string) {
  return tx.db
    .updateTable('api_key')
    .set({ revoked_at: tx.now.toString() })
    .where('organisation_id', '=', tx.tenant.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name'])
    .executeTakeFirst();
}
