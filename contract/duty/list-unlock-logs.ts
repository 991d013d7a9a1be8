import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, CalendarDate, Id, Instant, Nullable, page, WallTime } from '../platform/values.ts';
import { Ending } from './duty-assignment.ts';

export const listUnlockLogs = route({
  name: 'listUnlockLogs',
  module: 'duty',
  method: 'GET',
  path: '/unlock-logs',
  summary: 'Who unlocked what, when and why, and what stood there before; newest first',
  access: 'duty.unlock',
  query: Body({ roster: Type.Optional(Id), person: Type.Optional(Id), ...page }),
  status: 200,
  answer: Type.Array(
    Type.Object({
      id: Id,
      assignment: Id,
      how: Ending,
      reason: Type.String(),
      unlocked_by: Nullable(Id),
      unlocked_by_name: Nullable(Type.String()),
      unlocked_at: Instant,
      roster: Id,
      roster_name: Type.String(),
      date: CalendarDate,
      duty_type: Id,
      duty_name: Type.String(),
      start_time: WallTime,
      end_time: WallTime,
      overnight: Type.Boolean(),
      person: Id,
      person_name: Type.String(),
      assigned_at: Instant,
      assigned_by_name: Nullable(Type.String()),
    }),
  ),
  refusals: {},
});
