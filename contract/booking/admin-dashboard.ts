import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Activity } from './dashboard.ts';

export const adminDashboard = route({
  name: 'adminDashboard',
  module: 'booking',
  method: 'GET',
  path: '/reservations/dashboard/admin',
  summary: 'How many wait for a decision, how many are today, and what happened lately',
  access: 'reservation.decide',
  status: 200,
  answer: Type.Object({
    pending_approvals: Type.Integer(),
    todays_reservations: Type.Integer(),
    recent_activity: Type.Array(Activity),
  }),
  refusals: {},
});
