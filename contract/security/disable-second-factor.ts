import { route } from '../platform/route.ts';
import { Message } from '../platform/values.ts';

export const disableSecondFactor = route({
  name: 'disableSecondFactor',
  module: 'security',
  method: 'DELETE',
  path: '/auth/second-factor',
  summary: 'Switch the second factor off',
  access: 'account',
  ofSession: true,
  fresh: true,
  status: 200,
  answer: Message,
  refusals: { second_factor_off: 'The second factor is off already.' },
});
