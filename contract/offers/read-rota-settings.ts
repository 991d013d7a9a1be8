import { route } from '../platform/route.ts';
import { RotaSettings } from './rota-settings.ts';

export const readRotaSettings = route({
  name: 'readRotaSettings',
  module: 'offers',
  method: 'GET',
  path: '/rota-settings',
  summary: 'What the organisation decided about its rota',
  access: 'rota_settings.read',
  status: 200,
  answer: RotaSettings,
  refusals: {},
});
