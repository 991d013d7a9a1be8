import type { LetterData, offerLetters } from './offer-letters.ts';

const shift: LetterData['shift'] = {
  ...{ id: '', schedule_period: '', schedule_period_name: 'December 2026' },
  ...{ pa_id: '', pa_name: 'Cleo Marsh', duration_hours: '3.00' },
  ...{ date: '2026-12-01', start_time: '06:00:00', end_time: '09:00:00', overnight: false },
};

const offer: LetterData = {
  ...{ id: '', shift, exchange_for: null, message: 'Can someone take this?' },
  ...{ offered_by: '', offered_by_name: 'Cleo Marsh', to: '', to_name: 'Dev Patel' },
  ...{ taken_by: '', taken_by_name: 'Dev Patel', by: 'Ben Lindqvist' },
  ...{ state: 'TAKEN', reason: 'Dev is on elsewhere' },
};

/** What the letters of offers look like, for showing them. */
export const letterSamples: Record<keyof typeof offerLetters, Record<string, unknown>> = {
  'offer-made': offer,
  'offer-taken': offer,
  'offer-done': offer,
  'offer-declined': offer,
  'offer-refused': offer,
};
