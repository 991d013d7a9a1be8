import type { Absence } from '../../contract/availability/absence.ts';
import type { Actor } from '../platform/scope.ts';
import { addDays } from '../timeline/module.ts';
import { whyNotCancel } from './absence.ts';
import type { AbsenceRow } from './absence-store.ts';
import { speaksFor } from './policy.ts';

/** An absence as the API shows one to those who see it. */
export function presentAbsence(row: AbsenceRow, by: Actor, now: Temporal.Instant): Absence {
  const [start, end] = [row.local_start, row.local_end].map(wallOf) as [Wall, Wall];
  const wholeDays = start.time === '00:00:00' && end.time === '00:00:00';
  return {
    id: row.id,
    person: row.person_id,
    person_name: row.full_name,
    start_date: start.date,
    start_time: start.time,
    end_date: wholeDays ? addDays(end.date, -1) : end.date,
    end_time: end.time,
    whole_days: wholeDays,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    reason: row.reason,
    cancelled: row.cancelled_at !== null,
    can: { cancel: speaksFor(by, row.person_id) && whyNotCancel(row, now) === null },
  };
}

type Wall = { date: string; time: string };

// `2026-12-01 06:30:00`, as PostgreSQL writes a timestamp without zone.
function wallOf(local: string): Wall {
  return { date: local.slice(0, 10), time: local.slice(11, 19) };
}
