import type { LetterData, offerLetters } from './offer-letters.ts';

const shift: LetterData['shift'] = {
  ...{ id: '', schedule_period: '', schedule_period_name: 'December 2026' },
  ...{ pa_id: '', pa_name: 'Alex Morgan', duration_hours: '3.00' },
  ...{ date: '2026-12-01', start_time: '06:00:00', end_time: '09:00:00', overnight: false },
};

const offer: LetterData = {
  ...{ id: '', shift, exchange_for: null, message: 'Can someone take this?' },
  ...{ offered_by: '', offered_by_name: 'Alex Morgan', to: '', to_name: 'Sam Rivera' },
  ...{ taken_by: '', taken_by_name: 'Sam Rivera', by: 'Kim Berg' },
  ...{ state: 'TAKEN', reason: 'Sam is on elsewhere' },
};

/** What the letters of offers look like, for showing them. */
export const letterSamples: Record<keyof typeof offerLetters, Record<string, unknown>> = {
  'offer-made': offer,
  'offer-taken': offer,
  'offer-done': offer,
  'offer-declined': offer,
  'offer-refused': offer,
};
