import type { PeriodLetterData, periodLetters } from './period-letters.ts';
import type { LetterData, shiftLetters } from './shift-letters.ts';

type Template = keyof typeof shiftLetters | keyof typeof periodLetters;

const shift: LetterData = {
  ...{ id: '', schedule_period: '', schedule_period_name: 'December 2026' },
  ...{ pa_id: '', pa_name: 'Alex Morgan', pa_email: 'alex@team.example' },
  ...{ date: '2026-12-01', start_time: '06:00:00', end_time: '09:00:00', overnight: false },
  ...{ duration_hours: '3.00', status: 'PENDING', notes: 'Prefers the morning' },
  ...{ reason: 'Two are on already', decided_by: 'Kim Berg' },
};

const period: PeriodLetterData = {
  ...{ period_name: 'December 2026', start_date: '2026-12-01', end_date: '2026-12-31' },
  ...{ finalized_by: 'Kim Berg', hours: '3.00' },
  shifts: [shift],
  rejected: [],
};

/** What the letters of the rota look like, for showing them. */
export const letterSamples: Record<Template, Record<string, unknown>> = {
  'shift-requested': shift,
  'shift-approved': shift,
  'shift-rejected': shift,
  'shift-updated': shift,
  'shift-deleted': shift,
  'period-finalized': period,
};
