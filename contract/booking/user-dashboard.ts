import { Type } from 'typebox';
import { route } from '../platform/route.ts';
import { Activity } from './dashboard.ts';
import { Reservation } from './reservation.ts';

export const userDashboard = route({
  name: 'userDashboard',
  module: 'booking',
  method: 'GET',
  path: '/reservations/dashboard/user',
  summary: 'What is ahead of me, trades that wait, and what happened to mine lately',
  access: 'reservation.read',
  status: 200,
  answer: Type.Object({
    upcoming_reservations: Type.Array(Reservation),
    pending_trades: Type.Object({ sent: Type.Integer(), received: Type.Integer() }),
    recent_activity: Type.Array(Activity),
  }),
  refusals: {},
});
