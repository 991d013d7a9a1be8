import { type Static, Type } from 'typebox';
import { KindNamed } from '../notifications/notification.ts';
import { Nullable } from '../platform/values.ts';
import { type Language, languages } from './languages.ts';

export const LanguageNamed = Type.Enum(Object.keys(languages) as Language[]);

/** A template by its name, `shift-approved`. */
export const ByName = Type.Object(
  { name: Type.String({ pattern: '^[a-z]+(-[a-z]+)*$', maxLength: 60 }) },
  { additionalProperties: false },
);

/** What can be worded; `{{date}}` stands for a variable. A part that is left out is as usual. */
export const wordedParts = {
  subject: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\r\\n]*$', description: 'One line' }),
  ),
  body: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 4000,
      description:
        'Paragraphs, an empty line between them; the facts follow the first one, the button the last',
    }),
  ),
  sms: Type.Optional(Type.String({ minLength: 1, maxLength: 640 })),
};

const Texts = Type.Object({ subject: Type.String(), body: Type.String(), sms: Type.String() });

/** A template in one language: the usual texts, the organisation's own, what may stand in them. */
export const MessageTemplate = Type.Object({
  name: Type.String(),
  kind: KindNamed,
  language: LanguageNamed,
  usual: Texts,
  own: Type.Object({
    subject: Nullable(Type.String()),
    body: Nullable(Type.String()),
    sms: Nullable(Type.String()),
  }),
  variables: Type.Array(Type.Object({ name: Type.String(), sample: Type.String() })),
});
export type MessageTemplate = Static<typeof MessageTemplate>;
