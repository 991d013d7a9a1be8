import { Type } from 'typebox';
import { Body, Id } from '../platform/values.ts';

/** What every calendar can be narrowed to or widened by. */
export const CalendarQuery = Body({
  person: Type.Optional(Id),
  pending: Type.Optional(
    Type.Boolean({ description: 'true adds pending requests: own, or all as admin' }),
  ),
});
