import { may } from '../../contract/identity/permissions.ts';
import {
  type Channel,
  channels,
  type KindName,
  kindNamed,
  notificationKinds,
} from '../../contract/notifications/notification-kinds.ts';
import type { Preferences } from '../../contract/notifications/preferences.ts';
import type { View } from '../platform/scope.ts';
import { isUsual } from './preference.ts';
import { findPreferences } from './preference-store.ts';

/** Someone's preferences, of the kinds that their role is ever told of. */
export async function presentPreferences(view: View): Promise<Preferences> {
  const { chosen, quiet, person } = await findPreferences(view, view.by.personId);
  const choices = new Map(chosen.map((one) => [`${one.kind} ${one.channel}`, one.chosen]));
  const isOn = (kind: KindName, channel: Channel) =>
    choices.get(`${kind} ${channel}`) ?? isUsual(channel);
  const kinds = (Object.keys(notificationKinds) as KindName[]).filter((kind) => {
    const { needs } = kindNamed(kind);
    return needs === undefined || may(view.by, needs);
  });
  return {
    kinds: kinds.map((kind) => {
      const { title, fixed = false, urgent = false } = kindNamed(kind);
      const on = Object.fromEntries(channels.map((channel) => [channel, isOn(kind, channel)]));
      return { kind, title, fixed, urgent, channels: on as Record<Channel, boolean> };
    }),
    quiet_hours: quiet ? { from: quiet.from_time, until: quiet.until_time } : null,
    time_zone: person.time_zone ?? view.tenant.timeZone,
    phone_number: person.phone_number,
  };
}
