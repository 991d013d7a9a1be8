import { type Static, Type } from 'typebox';
import { Nullable } from '../platform/values.ts';

/** By whose angles of the sun fajr and isha are computed. */
export const sunMethods = [
  ...(['muslim_world_league', 'umm_al_qura', 'egyptian', 'karachi', 'north_america'] as const),
  ...(['moonsighting_committee', 'dubai', 'kuwait', 'qatar', 'singapore', 'tehran'] as const),
  'turkey',
] as const;
export type SunMethod = (typeof sunMethods)[number];

/** Asr begins when a shadow is once its length longer than at noon, or twice (Hanafi). */
export const asrRules = ['standard', 'hanafi'] as const;
export type AsrRule = (typeof asrRules)[number];

/** How far fajr and isha may be from the day where nights are short; `recommended` goes by the latitude. */
export const highLatitudeRules = [
  'recommended',
  ...(['middle_of_the_night', 'seventh_of_the_night', 'twilight_angle'] as const),
] as const;
export type HighLatitudeRule = (typeof highLatitudeRules)[number];

/** What can be set of it. */
export const sunFields = {
  name: Type.String({ maxLength: 100, description: 'What the place is called' }),
  latitude: Type.Number({ minimum: -90, maximum: 90, description: 'Degrees, north is positive' }),
  longitude: Type.Number({ minimum: -180, maximum: 180, description: 'Degrees, east is positive' }),
  method: Type.Enum(sunMethods),
  asr_rule: Type.Enum(asrRules),
  high_latitude_rule: Type.Enum(highLatitudeRules),
};

/** Where the organisation sees the sun. Without a place there are no sun times. */
export const SunSettings = Type.Object({
  ...sunFields,
  latitude: Nullable(sunFields.latitude),
  longitude: Nullable(sunFields.longitude),
  version: Type.Integer({ description: 'Send as If-Match when editing' }),
  can: Type.Object({ change: Type.Boolean() }),
});
export type SunSettings = Static<typeof SunSettings>;
