import { sql } from 'kysely';
import { listInvitations as route } from '../../contract/routes.ts';
import { selectInvitations } from '../identity/module.ts';
import { query } from '../platform/action.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { presentInvitation } from './present-invitation.ts';

/** Invitations that nobody has accepted yet, the newest first. */
export const listInvitations = query(route, async (view, { query }) => {
  const after = readCursor(query.cursor, [instantPart, idPart]);
  let invitations = selectInvitations(view);
  if (after) {
    invitations = invitations.where(
      sql<boolean>`(i.created_at, i.id) < (${after[0]}, ${after[1]})`,
    );
  }
  const rows = await invitations
    .orderBy('i.created_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(fetchSize(query.limit))
    .execute();
  const key = (row: (typeof rows)[number]) => [row.created_at, row.id];
  return pageOf(rows, query.limit, key, (row) => presentInvitation(row, view.now));
});
