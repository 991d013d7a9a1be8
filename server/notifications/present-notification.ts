import type { Notification } from '../../contract/notifications/notification.ts';
import { kindOf } from '../../contract/notifications/notification-kinds.ts';
import type { Templates } from '../platform/letter.ts';
import type { View } from '../platform/scope.ts';
import type { NotificationRow } from './notification-store.ts';

/** Where a letter leads whose own link is for the mail alone: it holds a token. */
const accountPage = '/account';

/** A notification as its person reads it: what the letter says, with a link into the app. */
export function presentNotification(
  templates: Templates,
  view: View,
  row: NotificationRow,
  language: string | null,
): Notification {
  let hasToken = false;
  const letter = templates[row.template]?.(row.data, {
    language,
    recipientName: view.by.fullName,
    organisationName: view.tenant.name,
    sender: { name: 'Callboard', address: 'callboard@localhost' },
    link: (path) => path,
    token: () => {
      hasToken = true;
      return '';
    },
  });
  if (!letter) throw new Error(`no template ${row.template}`);
  return {
    id: row.id,
    kind: kindOf(row.template),
    title: letter.subject,
    text: letter.opening,
    link: hasToken ? accountPage : (letter.button?.url ?? accountPage),
    is_read: row.read_at !== null,
    created_at: row.created_at,
    read_at: row.read_at,
  };
}
