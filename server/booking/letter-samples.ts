import type { LetterData, reservationLetters } from './reservation-letters.ts';

const reservation: LetterData = {
  ...{ id: '', resource: '', resource_name: 'Court 1', user: '', user_name: 'Alex Morgan' },
  ...{ user_email: 'alex@team.example', date: '2026-12-01' },
  ...{ start_time: '10:00:00', end_time: '11:00:00', duration_hours: '1.00' },
  ...{ starts_at: '2026-12-01T10:00:00Z', ends_at: '2026-12-01T11:00:00Z', zone: 'Europe/London' },
  ...{ status: 'CONFIRMED', notes: 'Bring the net', is_primetime: true, cost: '12.50 GBP' },
  approval_reasons: [
    {
      id: '',
      name: 'Prime time',
      detail: 'Prime time: it reaches into Tuesday from 09:00 to 12:00.',
    },
  ],
  ...{ rejection_reason: 'The floor is being painted', series: null, version: 2, by: 'Kim Berg' },
  ...{ created_at: '2026-11-20T09:00:00Z', updated_at: '2026-11-20T09:00:00Z' },
};

/** What the letters of reservations look like, for showing them. */
export const letterSamples: Record<keyof typeof reservationLetters, Record<string, unknown>> = {
  'reservation-requested': reservation,
  'reservation-confirmed': reservation,
  'reservation-approved': reservation,
  'reservation-rejected': reservation,
  'reservation-moved': reservation,
  'reservation-cancelled': reservation,
  'reservation-expired': reservation,
};
