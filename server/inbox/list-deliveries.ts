import { sql } from 'kysely';
import type { listDeliveries as declared } from '../../contract/inbox/list-deliveries.ts';
import type { Input } from '../../contract/platform/route.ts';
import { listDeliveries as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import type { Templates } from '../platform/letter.ts';
import { fetchSize, idPart, instantPart, pageOf, readCursor } from '../platform/paging.ts';
import { unauthenticated } from '../platform/problem.ts';
import type { Read } from '../platform/scope.ts';
import { selectMessages } from './message-store.ts';
import { inOwnWords } from './own-templates.ts';
import { presentDelivery } from './present-delivery.ts';

type Wanted = Input<typeof declared>['query'];

/** Messages on their way to the organisation's people, newest first. */
export const listDeliveries = (templates: Templates) =>
  publicCall(route, async ({ app, caller, query }) => {
    if (!caller) throw unauthenticated();
    const after = readCursor(query.cursor, [instantPart, idPart]);
    return read(app, caller.tenant, async (view) => {
      let messages = wanted(view, query);
      const total = query.count ? await count(messages) : null;
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
      const own = await inOwnWords(view, templates, rows);
      const key = (row: (typeof rows)[number]) => [row.created_at, row.id];
      const present = (row: (typeof rows)[number]) => presentDelivery(app, own(row), row);
      return pageOf(rows, query.limit, key, present, total);
    });
  });

// Literals: with parameters the indexes of what failed and of open ones would not be seen.
function wanted(view: Read, { status, channel, person }: Wanted) {
  let messages = selectMessages(view).where('message.organisation_id', '=', view.tenant.id);
  if (status) messages = messages.where('message.status', '=', sql.lit(status));
  if (channel) messages = messages.where('message.channel', '=', sql.lit(channel));
  if (person) messages = messages.where('message.person_id', '=', person);
  return messages;
}

async function count(messages: ReturnType<typeof selectMessages>): Promise<number> {
  const counted = await messages
    .clearSelect()
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return counted.count;
}
