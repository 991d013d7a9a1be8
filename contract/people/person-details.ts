import { type Static, Type } from 'typebox';
import { Person, Profile } from '../identity/person.ts';

/** A person as those see one who keep the directory: with limits, and what the viewer may do. */
export const PersonDetails = Type.Object({
  ...Person.properties,
  ...Profile.properties,
  version: Type.Integer(),
  can: Type.Object({
    edit: Type.Boolean(),
    deactivate: Type.Boolean(),
    activate: Type.Boolean(),
    send_password_reset: Type.Boolean(),
  }),
});
export type PersonDetails = Static<typeof PersonDetails>;

export const personRefusals = {
  role_above_own: 'Theirs, or the one given, may do more than yours (403).',
} as const;
export const lastOwner = {
  last_owner: 'The last owner can’t be demoted or deactivated.',
} as const;
