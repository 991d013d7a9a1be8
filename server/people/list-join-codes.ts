import { sql } from 'kysely';
import { listJoinCodes as route } from '../../contract/routes.ts';
import { selectJoinCodes } from '../identity/module.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { unauthenticated } from '../platform/problem.ts';
import { presentJoinCode } from './present-join-code.ts';

/** Join codes, the newest first. Shown is what the program's key makes of their ids. */
export const listJoinCodes = publicCall(route, async ({ app, caller, query }) => {
  if (!caller) throw unauthenticated();
  const after = readCursor(query.cursor, [instantPart, idPart]);
  const rows = await read(app, caller.tenant, (scope) =>
    selectJoinCodes(scope)
      .$if(after !== null, (codes) =>
        codes.where(sql<boolean>`(c.made_at, c.id) < (${after?.[0]}, ${after?.[1]})`),
      )
      .orderBy('c.made_at', 'desc')
      .orderBy('c.id', 'desc')
      .limit(fetchSize(query.limit))
      .execute(),
  );
  const key = (row: (typeof rows)[number]) => [row.made_at, row.id];
  return pageOf(rows, query.limit, key, (row) => presentJoinCode(app, row));
});
