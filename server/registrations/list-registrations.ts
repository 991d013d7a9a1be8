import { sql } from 'kysely';
import type { Input } from '../../contract/platform/route.ts';
import { listRegistrations as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, Page, pageOf, readCursor } from '../platform/paging.ts';
import { presentRegistrations } from './present-registration.ts';
import { selectRegistrations } from './registration-row.ts';

type Registrations = ReturnType<typeof selectRegistrations>;

/** Sign-ups, newest first. */
export const listRegistrations = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let wanted = filtered(selectRegistrations(view), query);
  const total = query.count ? await countOf(wanted) : null;
  if (after) {
    const [createdAt, id] = after;
    wanted = wanted.where(
      sql<boolean>`(r.created_at, r.id) < (${createdAt}::timestamptz, ${id}::uuid)`,
    );
  }
  const rows = await wanted
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.created_at, row.id];
  const { items, next } = pageOf(rows, query.limit, key, (row) => row, total);
  return new Page(await presentRegistrations(view, items), next, total);
});

function filtered(rows: Registrations, asked: Input<typeof route>['query']): Registrations {
  let wanted = rows;
  if (asked.roster) wanted = wanted.where('r.roster_id', '=', asked.roster);
  if (asked.state) wanted = wanted.where('r.state', '=', asked.state);
  if (asked.duty_type) {
    wanted = wanted.where(
      sql<boolean>`EXISTS (SELECT FROM registration_duty_type d
        WHERE d.organisation_id = r.organisation_id AND d.registration_id = r.id
          AND d.duty_type_id = ${asked.duty_type})`,
    );
  }
  if (asked.auditions !== undefined) {
    const has = sql<boolean>`EXISTS (SELECT FROM file f WHERE f.organisation_id = r.organisation_id
      AND f.subject_kind = 'registration' AND f.subject_id = r.id AND f.state <> 'removing')`;
    wanted = wanted.where(asked.auditions ? has : sql<boolean>`NOT ${has}`);
  }
  if (asked.search !== undefined) {
    const like = `%${asked.search
      .trim()
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&')}%`;
    const digits = asked.search.replace(/[^\d+]/g, '');
    wanted = wanted.where((eb) =>
      eb.or([
        sql<boolean>`lower(r.full_name) LIKE ${like}`,
        sql<boolean>`r.email LIKE ${like}`,
        ...(digits.length >= 3 ? [sql<boolean>`r.phone LIKE ${`%${digits}%`}`] : []),
      ]),
    );
  }
  return wanted;
}

async function countOf(rows: Registrations): Promise<number> {
  const counted = await rows
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
