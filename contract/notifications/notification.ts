import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';
import { type KindName, notificationKinds } from './notification-kinds.ts';

export const KindNamed = Type.Enum(Object.keys(notificationKinds) as KindName[]);

/** What someone is told in the app. */
export const Notification = Type.Object({
  id: Id,
  kind: KindNamed,
  title: Type.String(),
  text: Type.String({ description: 'One sentence: what happened' }),
  link: Type.String({ description: 'Page of the web app, /my-schedule' }),
  is_read: Type.Boolean(),
  created_at: Instant,
  read_at: Nullable(Instant),
});
export type Notification = Static<typeof Notification>;

/** How many notifications someone has not read. */
export const Unread = Type.Object({ unread_count: Type.Integer() });
