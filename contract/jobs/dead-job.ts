import { type Static, Type } from 'typebox';
import { Id, Instant } from '../platform/values.ts';

/** Work that failed as often as it may; it waits for someone to look at it. */
export const DeadJob = Type.Object({
  id: Id,
  queue: Type.String(),
  /** What the last try died of. */
  reason: Type.String(),
  tries: Type.Integer(),
  /** When it was first to be done. */
  created_at: Instant,
  /** When it was given up. */
  failed_at: Instant,
});
export type DeadJob = Static<typeof DeadJob>;
