import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Series } from './series.ts';

export const readSeries = route({
  name: 'readSeries',
  module: 'booking',
  method: 'GET',
  path: '/reservations/series/:id',
  summary: "A series with its reservations: one's own, or any as admin",
  access: 'reservation.read',
  params: ById,
  status: 200,
  answer: Series,
  refusals: {},
});
