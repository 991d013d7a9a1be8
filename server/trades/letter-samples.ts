import type { LetterData, tradeLetters } from './trade-letters.ts';

const court = (start: string, end: string): LetterData['turns'][number]['gives'] => ({
  ...{ id: '', resource: '', resource_name: 'Court 1', date: '2026-12-01' },
  ...{ start_time: start, end_time: end, duration_hours: '1.00' },
  ...{ starts_at: `2026-12-01T${start}Z`, ends_at: `2026-12-01T${end}Z` },
});

const [early, late] = [court('10:00:00', '11:00:00'), court('16:00:00', '17:00:00')];

const trade: LetterData = {
  ...{ id: '', kind: 'PAIR', asked_by: 'Sam Rivera', by: 'Alex Morgan' },
  ...{ message: 'Mornings suit me better', response_message: 'I play with friends then' },
  turns: [{ name: 'Alex Morgan', gives: early, gets: late }],
};

/** What the letters of trades look like, for showing them. */
export const letterSamples: Record<keyof typeof tradeLetters, Record<string, unknown>> = {
  'trade-asked': trade,
  'trade-proposed': trade,
  'trade-agreed': {
    ...trade,
    turns: [...trade.turns, { name: 'Sam Rivera', gives: late, gets: early }],
  },
  'trade-got': trade,
  'trade-given': trade,
  'trade-rejected': trade,
  'trade-cancelled': trade,
  'trade-expired': trade,
};
