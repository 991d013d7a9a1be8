import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Instant, Nullable } from '../platform/values.ts';

/** What the address of a sign-up page ends in. */
export const SignupCode = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9-]{2,58})[a-z0-9]$',
  description: '4 to 60 small letters, digits and hyphens',
});

/** A link with which anyone signs up for a roster, until it closes or is revoked. */
export const SignupLink = Type.Object({
  id: Id,
  code: Type.String(),
  link: Type.String(),
  roster: Id,
  roster_name: Type.String(),
  closes_on: Nullable(CalendarDate),
  registrations: Type.Integer({ description: 'How many came by it' }),
  made_by_name: Nullable(Type.String()),
  made_at: Instant,
  state: Type.Enum(['open', 'closed', 'revoked'] as const),
});
export type SignupLink = Static<typeof SignupLink>;

export const linkRefusals = {
  code_taken: 'Another link has this code.',
} as const;
