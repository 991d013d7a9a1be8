import {
  type Channel,
  type KindName,
  kindNamed,
} from '../../contract/notifications/notification-kinds.ts';
import { editPreferences } from '../../contract/routes.ts';
import type { Refused } from '../platform/problem.ts';

/** Whether someone who chose nothing is told on a channel: in the app and by e-mail. */
export function isUsual(channel: Channel): boolean {
  return channel === 'in_app' || channel === 'email';
}

/** What can't be switched off: the usual channels of a fixed kind. */
export function whyNotChoose(choice: {
  kind: KindName;
  channel: Channel;
  chosen: boolean;
}): Refused | null {
  if (choice.chosen || !kindNamed(choice.kind).fixed || !isUsual(choice.channel)) return null;
  return { code: 'kind_is_fixed', detail: editPreferences.refusals.kind_is_fixed };
}
