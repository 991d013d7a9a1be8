import type { LetterData, unlockLetters } from './request-letters.ts';

const data: LetterData = {
  reason: 'She is ill and can’t be on that evening',
  ...{ by: 'Kim Berg', message: 'Get well soon', approved: true },
  duties: [
    {
      ...{ id: '', roster: '', roster_name: 'Ramadan 1448', duty_type: '', duty_name: 'Azaan' },
      ...{ date: '2026-12-01', seat: 1, person: '', person_name: 'Alex Morgan' },
      ...{ start_time: '18:00:00', end_time: '20:00:00', overnight: false },
      ...{ starts_at: '2026-12-01T18:00:00Z', ends_at: '2026-12-01T20:00:00Z' },
      ...{ assigned_by: '', assigned_by_name: 'Sam Rivera', assigned_at: '2026-11-20T09:00:00Z' },
    },
  ],
};

/** What the letters of unlocks that need a second admin look like, for showing them. */
export const letterSamples: Record<keyof typeof unlockLetters, Record<string, unknown>> = {
  'unlock-requested': data,
  'unlock-decided': data,
};
