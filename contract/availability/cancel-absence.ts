import { route } from '../platform/route.ts';
import { ById } from '../platform/values.ts';
import { Absence } from './absence.ts';

export const cancelAbsence = route({
  name: 'cancelAbsence',
  module: 'availability',
  method: 'DELETE',
  path: '/absences/:id',
  summary: 'Take an absence back: its time is free again; the entry stays',
  access: 'absence.change',
  params: ById,
  status: 200,
  answer: Absence,
  refusals: {
    absence_over: 'It is over; what was stays.',
    absence_cancelled: 'It was taken back already.',
  },
});
