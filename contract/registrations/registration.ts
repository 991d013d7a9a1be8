import { type Static, Type } from 'typebox';
import { StoredFile } from '../files/stored-file.ts';
import { Body, CalendarDate, Id, Instant, Nullable } from '../platform/values.ts';

/** New until an admin has decided. */
export const RegistrationState = Type.Enum(['new', 'accepted', 'declined'] as const);
export type RegistrationState = Static<typeof RegistrationState>;

/** What a volunteer asks for: which of the roster's duties (none named: any), and on which dates not. */
export const Preferences = Body({
  duty_types: Type.Optional(Type.Array(Id, { uniqueItems: true, maxItems: 50 })),
  dates_not: Type.Optional(Type.Array(CalendarDate, { uniqueItems: true, maxItems: 366 })),
});
export type Preferences = Static<typeof Preferences>;

/** A volunteer's sign-up for a roster, as those see it who decide. */
export const Registration = Type.Object({
  id: Id,
  roster: Id,
  roster_name: Type.String(),
  full_name: Type.String(),
  email: Type.String(),
  phone: Type.String({ description: 'E.164' }),
  note: Type.String(),
  language: Nullable(Type.String({ description: 'What they read (BCP 47)' })),
  preferences: Type.Object({ duty_types: Type.Array(Id), dates_not: Type.Array(CalendarDate) }),
  auditions: Type.Array(StoredFile),
  state: RegistrationState,
  /** Whoever in the directory it belongs to: has this e-mail, or was linked. */
  person: Nullable(Id),
  person_name: Nullable(Type.String()),
  decided_by: Nullable(Id),
  decided_by_name: Nullable(Type.String()),
  decided_at: Nullable(Instant),
  reason: Type.String({ description: 'Why it was declined; the volunteer is told' }),
  created_at: Instant,
  updated_at: Instant,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({
    accept: Type.Boolean(),
    decline: Type.Boolean(),
    edit: Type.Boolean(),
    link: Type.Boolean({ description: 'Give it to someone else of the directory' }),
  }),
});
export type Registration = Static<typeof Registration>;

/** What a volunteer says of themself. */
export const registrationFields = {
  full_name: Type.String({ minLength: 1, maxLength: 160 }),
  email: Type.String({ format: 'email', maxLength: 254, description: 'E-mail address' }),
  phone: Type.String({ minLength: 1, maxLength: 40, description: 'With its country, +44 …' }),
  preferences: Type.Optional(Preferences),
  note: Type.Optional(Type.String({ maxLength: 2000 })),
};

/** What a sign-up takes of recordings. */
export const auditionFiles = { kinds: ['audio'], bytesMax: 10_485_760, most: 3 } as const;

export const decisionRefusals = {
  registration_accepted: 'It was accepted already: they are in the directory.',
  registration_declined: 'It was declined already.',
} as const;

export const acceptRefusals = {
  registration_accepted: decisionRefusals.registration_accepted,
  person_deactivated: 'Whoever it belongs to is shut out: let them in again first.',
  role_above_own: 'A member may do more than you (403).',
  verify_first: 'Verify your own e-mail address before messages go to others (403).',
} as const;
