import { type Static, Type } from 'typebox';
import { RoleId } from '../identity/person.ts';
import { Id, Instant, Nullable } from '../platform/values.ts';

/** A link that lets one address in, once. Sent again it is another, and the one before is dead. */
export const Invitation = Type.Object({
  id: Id,
  person: Id,
  email: Type.String(),
  full_name: Type.String(),
  role: RoleId,
  role_name: Type.String(),
  invited_by_name: Nullable(Type.String()),
  created_at: Instant,
  expires_at: Instant,
  expired: Type.Boolean(),
});
export type Invitation = Static<typeof Invitation>;

export const invitationRefusals = {
  role_above_own: 'The role may do more than yours (403).',
  verify_first: 'Verify your own e-mail address before messages go to others (403).',
} as const;
