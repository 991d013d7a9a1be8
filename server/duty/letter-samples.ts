import type { DutyFacts } from './duty-event.ts';
import type { dutyLetters, LetterData } from './duty-letters.ts';

const duty: DutyFacts = {
  ...{ id: '', roster: '', roster_name: 'Evenings in December', date: '2026-12-01' },
  ...{ duty_type: '', duty_name: 'Doors', seat: 1, person: '', person_name: 'Alex Morgan' },
  ...{ start_time: '18:00:00', end_time: '20:00:00', overnight: false },
  ...{ starts_at: '2026-12-01T18:00:00Z', ends_at: '2026-12-01T20:00:00Z' },
  ...{ assigned_by: '', assigned_by_name: 'Kim Berg', assigned_at: '2026-11-20T09:00:00Z' },
};

const assigned: LetterData = { duties: [duty], by: 'Kim Berg' };
const reason = 'The hall is closed that evening';

/** What the letters of duties look like, for showing them. */
export const letterSamples: Record<keyof typeof dutyLetters, Record<string, unknown>> = {
  'duty-assigned': assigned,
  'duty-unlocked': { ...assigned, reason },
  'duty-moved': { ...assigned, before: { ...duty, date: '2026-12-02' }, reason },
};
