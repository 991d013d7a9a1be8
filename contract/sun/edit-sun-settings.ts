import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { SunSettings, sunFields } from './sun-place.ts';

export const editSunSettings = route({
  name: 'editSunSettings',
  module: 'sun',
  method: 'PATCH',
  path: '/sun-settings',
  summary:
    'Set the place and the rules; what is assigned already keeps the times it was assigned for',
  access: 'organisation.change',
  body: Body({
    name: Type.Optional(sunFields.name),
    latitude: Type.Optional(sunFields.latitude),
    longitude: Type.Optional(sunFields.longitude),
    method: Type.Optional(sunFields.method),
    asr_rule: Type.Optional(sunFields.asr_rule),
    high_latitude_rule: Type.Optional(sunFields.high_latitude_rule),
  }),
  status: 200,
  answer: SunSettings,
  refusals: { version_stale: 'Someone changed them meanwhile (412); read them again.' },
});
