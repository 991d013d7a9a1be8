import { type TSchema, Type } from 'typebox';

/** UUIDv7 as text, lower case. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'Id (UUID)',
});

/** Calendar date `2026-11-20`; a day that the month lacks is refused, and years that no one means. */
export const CalendarDate = Type.String({
  format: 'date',
  pattern: '^(19|2[0-9])[0-9]{2}-',
  description: 'Date, YYYY-MM-DD, from 1900 to 2999',
});

/** Wall-clock time `18:00` or `18:00:00` in the organisation's time zone. */
export const WallTime = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9](:00)?$',
  description: 'Wall-clock time, HH:MM or HH:MM:00',
});

/** RFC 3339 instant in UTC. */
export const Instant = Type.String({ description: 'Instant, RFC 3339 in UTC' });

/** Decimal hours with two places as text ("8.00"): hours are never floats. */
export const Hours = Type.String({ description: 'Hours, two decimals, as text' });

/** E-mail address; lower-cased by the server. */
export const Email = Type.String({
  format: 'email',
  maxLength: 254,
  description: 'E-mail address',
});

/** New passwords: 10 characters at least; kept to the letter, never trimmed. */
export const NewPassword = Type.String({ minLength: 10, maxLength: 256 });

/** One line of text, trimmed. */
export const Line = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength });

/** Running text, trimmed; may be empty. */
export const Text = (maxLength = 2000) => Type.String({ maxLength });

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A body without extra fields: unknown ones are refused by name. */
export const Body = <P extends Parameters<typeof Type.Object>[0]>(fields: P) =>
  Type.Object(fields, { additionalProperties: false });

export const ById = Type.Object({ id: Id }, { additionalProperties: false });

/** Page of a list: `limit` 1 to 200, `cursor` from the `Link` header of the page before. */
export const page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  count: Type.Optional(Type.Boolean({ description: 'true adds X-Total-Count' })),
};

export const Message = Type.Object({ message: Type.String() });

/** What is answered to who asks for a mail or text that goes out once a minute at most. */
export const SentOrNot = Type.Object({
  message: Type.String(),
  sent: Type.Boolean({ description: 'false: one went out a moment ago' }),
});
