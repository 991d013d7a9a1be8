import { sql } from 'kysely';
import { listJournal as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { fetchSize, pageOf, readCursor } from '../platform/paging.ts';

/** The journal, newest first: who did what to which thing, before and after. */
export const listJournal = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [/^\d{1,19}$/, /^\d{1,18}$/]);
  let entries = view.db
    .selectFrom('journal')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'journal.organisation_id')
        .onRef('person.id', '=', 'journal.actor_id'),
    )
    .leftJoin('journal_seal', (join) =>
      join
        .onRef('journal_seal.organisation_id', '=', 'journal.organisation_id')
        .onRef('journal_seal.journal_id', '=', 'journal.id'),
    )
    .select([
      'journal.id',
      'journal.at',
      'journal.event',
      'journal.actor_id as actor',
      'journal.subject_kind',
      'journal.subject_id',
      'journal.data',
      'journal.request_id',
      'journal.seq',
      'person.full_name',
      sql<string>`journal.xid::text`.as('xid'),
      sql<boolean>`journal_seal.number is not null`.as('sealed'),
    ])
    .where('journal.organisation_id', '=', view.tenant.id);
  if (query.action_type) entries = entries.where('journal.event', '=', query.action_type);
  if (query.user_id) entries = entries.where('journal.actor_id', '=', query.user_id);
  if (query.subject_id) entries = entries.where('journal.subject_id', '=', query.subject_id);
  if (after) {
    entries = entries.where(
      sql<boolean>`(journal.xid, journal.seq) < (${after[0]}::xid8, ${after[1]}::bigint)`,
    );
  }
  const rows = await entries
    .orderBy('journal.xid', 'desc')
    .orderBy('journal.seq', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const present = ({ full_name, xid: _x, seq: _s, ...row }: (typeof rows)[number]) => ({
    ...row,
    actor_name: full_name ?? 'Callboard',
  });
  return pageOf(rows, query.limit, (row) => [row.xid, row.seq], present);
});
