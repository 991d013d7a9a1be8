import { route } from '../platform/route.ts';
import { Preferences } from './preferences.ts';

export const readPreferences = route({
  name: 'readPreferences',
  module: 'notifications',
  method: 'GET',
  path: '/me/notification-preferences',
  summary: 'On which channels I am told of what, and my quiet hours',
  access: 'account',
  status: 200,
  answer: Preferences,
  refusals: {},
});
