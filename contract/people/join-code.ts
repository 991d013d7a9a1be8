import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';

/** A code, and the link that carries it: whoever has it becomes a member, so often, until then. */
export const JoinCode = Type.Object({
  id: Id,
  code: Type.String(),
  link: Type.String(),
  uses: Type.Integer(),
  uses_max: Type.Integer(),
  made_by_name: Nullable(Type.String()),
  made_at: Instant,
  expires_at: Instant,
  state: Type.Enum(['open', 'used_up', 'expired', 'revoked'] as const),
});
export type JoinCode = Static<typeof JoinCode>;
