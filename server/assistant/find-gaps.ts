import type { UncoveredWindow } from '../../contract/assistant/gap.ts';
import { findAvailability } from '../availability/module.ts';
import type { Read } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { findColleagues } from './find-colleagues.ts';
import { type Ranked, rankCandidates } from './rank-candidates.ts';
import { findUncovered } from './uncovered.ts';

/** Gaps still ahead from `from` to `until`, each with who could fill it. */
export async function findGaps(
  read: Read,
  from: string,
  until: string,
): Promise<UncoveredWindow[]> {
  const uncovered = await findUncovered(read, from, until);
  if (uncovered.length === 0) return [];
  const [colleagues, available] = await Promise.all([
    findColleagues(read, from, until),
    findAvailability(read),
  ]);
  return uncovered.map(({ period, stretches, ...window }) => ({
    schedule_period: period,
    ...window,
    gaps: stretches.map(({ start_time, end_time }) => ({ start_time, end_time })),
    candidates: rankCandidates({ date: window.date, stretches }, colleagues, available).map(
      presentCandidate,
    ),
  }));
}

/** A candidate as the API shows one. */
export function presentCandidate(ranked: Ranked): UncoveredWindow['candidates'][number] {
  return {
    person: ranked.id,
    name: ranked.name,
    reasons: ranked.reasons,
    hours_after: hoursText(ranked.minutesAfter),
    limit: hoursText(ranked.limitMinutes),
  };
}
