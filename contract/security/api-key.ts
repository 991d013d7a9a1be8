import { Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';

/** A key with which a program acts as me, with its scopes and no more. */
export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  hint: Type.String({ description: 'Its last four characters' }),
  scopes: Type.Array(Type.String()),
  made_at: Instant,
  expires_at: Instant,
  used_at: Nullable(Instant),
  revoked_at: Nullable(Instant),
});
