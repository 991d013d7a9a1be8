import { Type } from 'typebox';
import { Id, Instant, Nullable } from '../platform/values.ts';

/** Something that happened to a reservation lately. */
export const Activity = Type.Object({
  id: Id,
  event: Type.String(),
  message: Type.String(),
  at: Instant,
  reservation: Nullable(Id),
  user_name: Nullable(Type.String()),
  by_name: Nullable(Type.String()),
});
