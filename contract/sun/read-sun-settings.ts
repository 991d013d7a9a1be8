import { route } from '../platform/route.ts';
import { SunSettings } from './sun-place.ts';

export const readSunSettings = route({
  name: 'readSunSettings',
  module: 'sun',
  method: 'GET',
  path: '/sun-settings',
  summary: 'Where the organisation sees the sun, and by which rules its times are computed',
  access: 'organisation.read',
  status: 200,
  answer: SunSettings,
  refusals: {},
});
