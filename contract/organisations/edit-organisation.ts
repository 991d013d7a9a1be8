import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body, Line } from '../platform/values.ts';
import {
  OrganisationSettings,
  SecondCalendar,
  SecondCalendarOffset,
  Slug,
  SystemsOn,
} from './organisation.ts';

export const editOrganisation = route({
  name: 'editOrganisation',
  module: 'organisations',
  method: 'PATCH',
  path: '/organisation',
  summary: 'Change the settings; `systems` names those that are on, the others are off',
  access: 'organisation.change',
  body: Body({
    name: Type.Optional(Line(100)),
    slug: Type.Optional(Slug),
    time_zone: Type.Optional(Line(64)),
    locale: Type.Optional(Line(35)),
    week_start: Type.Optional(Type.Integer({ minimum: 1, maximum: 7 })),
    second_calendar: Type.Optional(SecondCalendar),
    second_calendar_offset: Type.Optional(SecondCalendarOffset),
    systems: Type.Optional(SystemsOn),
  }),
  status: 200,
  answer: OrganisationSettings,
  refusals: {
    slug_taken: 'Another organisation has this slug.',
    zone_in_use:
      'People are committed to times in the zone so far; says how many times. Duties go along, by the clock.',
    version_stale: 'Someone changed the settings meanwhile (412); read them again.',
  },
});
