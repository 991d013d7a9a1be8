import { listNotifications as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import type { Templates } from '../platform/letter.ts';
import { fetchSize, idPart, pageOf, readCursor } from '../platform/paging.ts';
import { findWordings, ownWords } from '../wording/module.ts';
import { countOf, findLanguage, selectNotifications } from './notification-store.ts';
import { presentNotification } from './present-notification.ts';

/** What someone is told, newest first. */
export const listNotifications = (templates: Templates) =>
  query(route, async (view, { query }) => {
    const after = readCursor(query.cursor, [idPart]);
    let told = selectNotifications(view, view.by.personId);
    if (query.unread_only) told = told.where('read_at', 'is', null);
    const total = query.count ? await countOf(told) : null;
    if (after) told = told.where('id', '<', after[0] as string);
    const rows = await told.orderBy('id', 'desc').limit(fetchSize(query.limit)).execute();
    const [wordings, language] = await Promise.all([
      findWordings(view, [view.tenant.id]),
      findLanguage(view),
    ]);
    const own = ownWords(templates, wordings, view.tenant.id);
    const present = (row: (typeof rows)[number]) => presentNotification(own, view, row, language);
    return pageOf(rows, query.limit, (row) => [row.id], present, total);
  });
