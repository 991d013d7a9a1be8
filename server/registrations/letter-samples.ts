import type { LetterData, registrationLetters } from './registration-letters.ts';

const registration: LetterData = {
  ...{ id: '', roster: '', roster_name: 'Evenings in December', full_name: 'Alex Morgan' },
  ...{ state: 'new', person: '', reason: '' },
};

/** What the letters of sign-ups look like, for showing them. */
export const letterSamples: Record<keyof typeof registrationLetters, Record<string, unknown>> = {
  'registration-received': registration,
  'registration-submitted': { ...registration, auditions: 2 },
  'registration-accepted': { ...registration, state: 'accepted', one_time_token: 'sample' },
  'registration-declined': { ...registration, state: 'declined', reason: 'All places are taken' },
};
