import { type Static, Type } from 'typebox';
import { Body, Id, Instant, Line, Nullable, WallTime } from '../platform/values.ts';

export const sunEvents = ['fajr', 'sunrise', 'dhuhr', 'asr', 'maghrib', 'isha'] as const;
export type SunEvent = (typeof sunEvents)[number];

/** A time that follows the sun: so many minutes after an event of the day (before it when negative), so long. */
export const SunTime = Body({
  event: Type.Enum(sunEvents),
  offset_minutes: Type.Integer({ minimum: -720, maximum: 720 }),
  minutes: Type.Integer({ minimum: 1, maximum: 1440, description: 'How long it lasts' }),
});
export type SunTime = Static<typeof SunTime>;

export const Colour = Type.String({
  pattern: '^#[0-9a-f]{6}$',
  description: 'a colour, #rrggbb in small letters',
});

/** A duty type: what has to be done, when in a day and by how many. */
export const DutyType = Type.Object({
  id: Id,
  name: Type.String(),
  start_time: Nullable(WallTime),
  end_time: Nullable(WallTime),
  overnight: Type.Boolean({ description: 'Ends on the next day' }),
  sun: Nullable(SunTime),
  people: Type.Integer({ description: 'How many are needed at a time' }),
  colour: Colour,
  position: Type.Integer({ description: 'Its place in lists, smallest first' }),
  active: Type.Boolean({ description: 'false: nobody is newly assigned to it' }),
  created_at: Instant,
  updated_at: Instant,
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean() }),
});
export type DutyType = Static<typeof DutyType>;

/** What a duty type is made of: clock times (over midnight when the end is not after the start), or the sun. */
export const dutyTypeFields = {
  name: Line(80),
  start_time: Type.Optional(WallTime),
  end_time: Type.Optional(WallTime),
  overnight: Type.Optional(Type.Boolean()),
  sun: Type.Optional(SunTime),
  people: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  colour: Type.Optional(Colour),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
  active: Type.Optional(Type.Boolean()),
};

export const dutyTypeRefusals = {
  duty_type_exists: 'The organisation has a duty of that name already.',
} as const;
