import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Body } from '../platform/values.ts';
import { RotaSettings } from './rota-settings.ts';

export const editRotaSettings = route({
  name: 'editRotaSettings',
  module: 'offers',
  method: 'PATCH',
  path: '/rota-settings',
  summary: 'Change what the organisation decided about its rota',
  access: 'rota_settings.edit',
  body: Body({
    shifts_need_approval: Type.Optional(Type.Boolean()),
    swaps_need_approval: Type.Optional(Type.Boolean()),
  }),
  status: 200,
  answer: RotaSettings,
  refusals: {},
});
