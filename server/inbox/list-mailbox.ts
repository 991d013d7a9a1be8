import { sql } from 'kysely';
import { listMailbox as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import type { Templates } from '../platform/letter.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { lookIntoMailbox, presentMessage } from './mailbox-view.ts';
import { selectMessages } from './message-store.ts';
import { inOwnWords } from './own-templates.ts';

/** Messages, newest first, as they went out or would have. */
export const listMailbox = (templates: Templates) =>
  publicCall(route, async ({ app, caller, query }) => {
    const after = readCursor(query.cursor, [instantPart, idPart]);
    return lookIntoMailbox({ app, caller }, async (read, tenantId) => {
      let messages = selectMessages(read);
      if (tenantId) messages = messages.where('message.organisation_id', '=', tenantId);
      if (query.to) messages = messages.where('message.address', '=', query.to.toLowerCase());
      if (after) {
        messages = messages.where(
          sql<boolean>`(message.created_at, message.id) < (${after[0]}, ${after[1]})`,
        );
      }
      const rows = await messages
        .orderBy('message.created_at', 'desc')
        .orderBy('message.id', 'desc')
        .limit(fetchSize(query.limit))
        .execute();
      const own = await inOwnWords(read, templates, rows);
      const key = (row: (typeof rows)[number]) => [row.created_at, row.id];
      return pageOf(rows, query.limit, key, (row) => presentMessage(app, own(row), row));
    });
  });
