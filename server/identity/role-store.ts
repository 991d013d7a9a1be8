import type { Read } from '../platform/scope.ts';

/** A role that an owner made, with how many people have it. */
export type OwnRole = {
  id: string;
  name: string;
  permissions: string[];
  version: number;
  people: number;
};

/** The organisation's own roles, with how many people have each. */
export function selectOwnRoles(read: Read) {
  return read.db
    .selectFrom('role as r')
    .select((eb) => [
      ...(['r.id', 'r.name', 'r.permissions', 'r.version'] as const),
      eb
        .selectFrom('person as p')
        .select((inner) => inner.cast<number>(inner.fn.countAll(), 'integer').as('people'))
        .whereRef('p.organisation_id', '=', 'r.organisation_id')
        .whereRef('p.own_role_id', '=', 'r.id')
        .$asScalar()
        .$notNull()
        .as('people'),
    ])
    .where('r.organisation_id', '=', read.tenant.id);
}

/** One own role of the organisation. */
export function getOwnRole(read: Read, id: string): Promise<OwnRole | undefined> {
  return selectOwnRoles(read).where('r.id', '=', id).executeTakeFirst();
}
