import { route } from '../platform/route.ts';
import { Preferences } from './preferences.ts';

export const endQuietHours = route({
  name: 'endQuietHours',
  module: 'notifications',
  method: 'DELETE',
  path: '/me/quiet-hours',
  summary: 'Have no quiet hours any more, from the next message on',
  access: 'account',
  status: 200,
  answer: Preferences,
  refusals: {},
});
