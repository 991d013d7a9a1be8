import { Type } from 'typebox';
import { Body, Id } from '../platform/values.ts';

/** What every calendar can be narrowed to or widened by. */
export const CalendarQuery = Body({
  person: Type.Optional(Id),
  pending: Type.Optional(
    Type.Boolean({ description: 'true adds pending requests: own, or all as admin' }),
  ),
});

/** Which month. */
export const MonthParams = Body({
  year: Type.Integer({ minimum: 1970, maximum: 2999 }),
  month: Type.Integer({ minimum: 1, maximum: 12 }),
});
