import { type Static, Type } from 'typebox';
import { Nullable } from '../platform/values.ts';
import { KindNamed } from './notification.ts';
import { channels } from './notification-kinds.ts';

export const ChannelNamed = Type.Enum([...channels]);

/** On which channels someone is told of what, and when not. */
export const Preferences = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: KindNamed,
      title: Type.String(),
      /** In the app and by e-mail it can't be switched off. */
      fixed: Type.Boolean(),
      /** It does not wait for the end of quiet hours. */
      urgent: Type.Boolean(),
      channels: Type.Object({
        in_app: Type.Boolean(),
        email: Type.Boolean(),
        sms: Type.Boolean(),
        whatsapp: Type.Boolean(),
      }),
    }),
  ),
  quiet_hours: Nullable(Type.Object({ from: Type.String(), until: Type.String() })),
  time_zone: Type.String({ description: 'Zone of the quiet hours: the person’s' }),
  phone_number: Nullable(Type.String({ description: 'Where SMS and WhatsApp go' })),
});
export type Preferences = Static<typeof Preferences>;
