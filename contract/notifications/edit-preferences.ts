import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { KindNamed } from './notification.ts';
import { ChannelNamed, Preferences } from './preferences.ts';

export const editPreferences = route({
  name: 'editPreferences',
  module: 'notifications',
  method: 'PATCH',
  path: '/me/notification-preferences',
  summary: 'Choose whether I am told of one kind on one channel',
  access: 'account',
  body: Body({ kind: KindNamed, channel: ChannelNamed, chosen: Type.Boolean() }),
  status: 200,
  answer: Preferences,
  refusals: {
    kind_is_fixed: 'In the app and by e-mail everyone is told of this.',
  },
});
