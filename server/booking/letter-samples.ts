import type { LetterData, reservationLetters } from './reservation-letters.ts';
import type { SeriesLetterData, seriesLetters } from './series-letters.ts';

type Template = keyof typeof reservationLetters | keyof typeof seriesLetters;

const reservation: LetterData = {
  ...{ id: '', resource: '', resource_name: 'Court 1', user: '', user_name: 'Alex Morgan' },
  ...{ user_email: 'alex@team.example', date: '2026-12-01' },
  ...{ start_time: '10:00:00', end_time: '11:00:00', duration_hours: '1.00' },
  ...{ starts_at: '2026-12-01T10:00:00Z', ends_at: '2026-12-01T11:00:00Z' },
  ...{ status: 'CONFIRMED', notes: 'Bring the net', is_primetime: true, cost: '12.50 GBP' },
  approval_reasons: [
    {
      id: '',
      name: 'Prime time',
      detail: 'Prime time: it reaches into Tuesday from 09:00 to 12:00.',
    },
  ],
  ...{ rejection_reason: 'The floor is being painted', series: null, version: 2, by: 'Kim Berg' },
};

const series: SeriesLetterData = {
  first: reservation,
  ...{ user_name: 'Alex Morgan', user_email: 'alex@team.example', by: 'Kim Berg', count: 2 },
  dates: [
    { date: '2026-12-01', start_time: '10:00:00', end_time: '11:00:00', status: 'CONFIRMED' },
    { date: '2026-12-08', start_time: '10:00:00', end_time: '11:00:00', status: 'CONFIRMED' },
  ],
};

/** What the letters of reservations look like, for showing them. */
export const letterSamples: Record<Template, Record<string, unknown>> = {
  'reservation-requested': reservation,
  'reservation-confirmed': reservation,
  'reservation-approved': reservation,
  'reservation-rejected': reservation,
  'reservation-moved': reservation,
  'reservation-cancelled': reservation,
  'reservation-expired': reservation,
  'series-requested': series,
  'series-confirmed': series,
  'series-moved': series,
  'series-cancelled': series,
};
