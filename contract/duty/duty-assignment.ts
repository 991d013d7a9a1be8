import { type Static, Type } from 'typebox';
import { CalendarDate, Id, Instant, Nullable, WallTime } from '../platform/values.ts';

/** Why an assignment is changed; 10 characters at least, so that it says something. */
export const Reason = Type.String({
  minLength: 10,
  maxLength: 1000,
  description: 'Why, in 10 characters at least',
});

/** How an assignment ended. */
export const endings = ['unlocked', 'deleted', 'moved', 'undone'] as const;
export const Ending = Type.Enum(endings);
export type Ending = (typeof endings)[number];

/** A person × roster × date × duty. It is locked while it stands; taken off, it stays readable. */
export const DutyAssignment = Type.Object({
  id: Id,
  roster: Id,
  roster_name: Type.String(),
  date: CalendarDate,
  duty_type: Id,
  duty_name: Type.String(),
  seat: Type.Integer({ description: 'Which of the people a duty needs, from 1' }),
  person: Id,
  person_name: Type.String(),
  start_time: WallTime,
  end_time: WallTime,
  overnight: Type.Boolean(),
  starts_at: Instant,
  ends_at: Instant,
  locked: Type.Boolean({ description: 'It stands; false: someone was taken off' }),
  note: Type.String(),
  assigned_by: Nullable(Id),
  assigned_by_name: Nullable(Type.String()),
  assigned_at: Instant,
  ended_how: Nullable(Ending),
  ended_at: Nullable(Instant),
  ended_by: Nullable(Id),
  ended_by_name: Nullable(Type.String()),
  reason: Type.Optional(
    Type.String({ description: 'Why it ended: to who unlocks and its person' }),
  ),
  version: Type.Integer(),
  can: Type.Object({
    unlock: Type.Boolean(),
    move: Type.Boolean(),
    delete: Type.Boolean(),
    edit: Type.Boolean({ description: 'Its note, once unlocked' }),
  }),
});
export type DutyAssignment = Static<typeof DutyAssignment>;

/** What a person is committed to; `other` where the viewer may not see what it is. */
export const DutyClash = Type.Object({
  source: Type.String({ description: 'shift, duty, absence, reservation, call … or other' }),
  what: Type.String({ description: 'In words: “on a shift”, “on duty (Azaan)”, “away”' }),
  starts_at: Instant,
  ends_at: Instant,
  duty_assignment: Type.Optional(Id),
});
export type DutyClash = Static<typeof DutyClash>;

/** What is said of a cell or person that can't be assigned. */
export const DutyProblem = Type.Object({
  code: Type.String(),
  detail: Type.String(),
  clashes: Type.Optional(Type.Array(DutyClash)),
  assignments: Type.Optional(
    Type.Array(Type.Object({ id: Id, person: Id, person_name: Type.String() }), {
      description: 'Who has it',
    }),
  ),
});
export type DutyProblem = Static<typeof DutyProblem>;
