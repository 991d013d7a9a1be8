import { type Static, Type } from 'typebox';
import { secondCalendars } from '../calendar/second-calendar.ts';
import { Organisation } from '../identity/person.ts';
import { systems } from '../identity/systems.ts';

/** Part of addresses and of `X-Organisation`: small letters, digits, single hyphens. */
export const Slug = Type.String({
  minLength: 2,
  maxLength: 60,
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  description: 'small letters, digits and single hyphens',
});

export const SecondCalendar = Type.Enum(secondCalendars, {
  description: 'misri is the tabular calendar of the Fatimids, civil that of most programs',
});

/** Days by which the second calendar is ahead of what it computes; where the moon was seen later, −1. */
export const SecondCalendarOffset = Type.Integer({ minimum: -2, maximum: 2 });

/** The systems that are switched on. */
export const SystemsOn = Type.Array(Type.Enum(systems), { uniqueItems: true, maxItems: 6 });

/** An organisation with its settings, for one of its people. */
export const OrganisationSettings = Type.Object({
  ...Organisation.properties,
  locale: Type.String({ description: 'BCP 47: how dates and numbers are written' }),
  week_start: Type.Integer({ description: 'First day of the week, 1 is Monday' }),
  second_calendar: SecondCalendar,
  second_calendar_offset: SecondCalendarOffset,
  systems: SystemsOn,
  version: Type.Integer(),
  can: Type.Object({ change: Type.Boolean(), leave: Type.Boolean() }),
});
export type OrganisationSettings = Static<typeof OrganisationSettings>;
