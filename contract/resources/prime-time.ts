import { type Static, Type } from 'typebox';
import { Id, Nullable, WallTime } from '../platform/values.ts';

export const Weekday = Type.Integer({ minimum: 0, maximum: 6, description: '0 is Monday' });
export const PrimeTimeEnd = Type.String({
  ...WallTime,
  description: 'Wall-clock time, HH:MM or HH:MM:00; 00:00 is the midnight that ends the day',
});

/** Prime time, a rule of approval: a reservation that touches it waits for an admin. Without a resource it is every resource's. */
export const PrimeTime = Type.Object({
  id: Id,
  resource: Nullable(Id),
  weekday: Weekday,
  start_time: WallTime,
  end_time: WallTime,
  is_active: Type.Boolean(),
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
});
export type PrimeTime = Static<typeof PrimeTime>;
