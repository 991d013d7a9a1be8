import { route } from '../platform/route.ts';
import { Body, WallTime } from '../platform/values.ts';
import { Preferences } from './preferences.ts';

export const setQuietHours = route({
  name: 'setQuietHours',
  module: 'notifications',
  method: 'PUT',
  path: '/me/quiet-hours',
  summary: 'Hold messages to me from one time to another of my clock, also over midnight',
  access: 'account',
  body: Body({ from: WallTime, until: WallTime }),
  status: 200,
  answer: Preferences,
  refusals: {},
});
