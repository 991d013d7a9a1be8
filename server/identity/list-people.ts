import type { RoleId } from '../../contract/identity/permissions.ts';
import type { Person } from '../../contract/identity/person.ts';
import { listPeople as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, pageOf, readCursor } from '../platform/paging.ts';
import type { View } from '../platform/scope.ts';
import { getPerson, selectPeople } from './person-store.ts';
import { presentPerson } from './present-person.ts';

type Filter = { search?: string; role?: RoleId; state?: Person['state'] };

/** The directory by name, searched by any part of name or e-mail. */
export const listPeople = query(route, async (view, { query }) => {
  const [after] = readCursor(query.cursor, [idPart]) ?? [];
  const rows = await findPeople(view, query, after, fetchSize(query.limit));
  const total = query.count ? await countPeople(view, query) : null;
  return pageOf(rows, query.limit, (row) => [row.id], presentPerson, total);
});

// The cursor holds the id alone; the name to go on from is looked up, since names can be long.
async function findPeople(
  view: View,
  filter: Filter,
  after: string | undefined,
  limit: ReturnType<typeof fetchSize>,
) {
  const last = after === undefined ? undefined : await getPerson(view, after);
  return matching(view, filter)
    .$if(last !== undefined, (people) =>
      people.where((eb) =>
        eb(
          eb.refTuple('p.full_name', 'p.id'),
          '>',
          eb.tuple(last?.full_name ?? '', last?.id ?? ''),
        ),
      ),
    )
    .orderBy('p.full_name')
    .orderBy('p.id')
    .limit(limit)
    .execute();
}

async function countPeople(view: View, filter: Filter): Promise<number> {
  const row = await matching(view, filter)
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('people'))
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

function matching(view: View, { search, role, state }: Filter) {
  const part = `%${search?.replace(/[\\%_]/g, '\\$&')}%`;
  return selectPeople(view)
    .where('p.standing', '<>', 'withdrawn')
    .$if(state === 'active', (people) => people.where('p.active', '=', true))
    .$if(state === 'invited', (people) => people.where('p.standing', '=', 'invited'))
    .$if(state === 'deactivated', (people) =>
      people.where('p.active', '=', false).where('p.standing', '=', 'in'),
    )
    .$if(role !== undefined, (people) => people.where('p.role', '=', role ?? 'member'))
    .$if(search !== undefined, (people) =>
      people.where((eb) => eb.or([eb('p.full_name', 'ilike', part), eb('p.email', 'ilike', part)])),
    );
}
