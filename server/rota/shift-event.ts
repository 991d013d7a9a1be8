import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { hoursText } from '../timeline/module.ts';
import { decides } from './policy.ts';
import type { ShiftRow } from './shift-row.ts';

type ShiftEvent = Extract<EventName, `shift.${string}`>;

/** What the journal keeps of a shift; letters and live events are made from it. */
export function shiftFacts(row: ShiftRow) {
  return {
    id: row.id,
    schedule_period: row.period_id,
    schedule_period_name: row.period_name,
    pa_id: row.person_id,
    pa_name: row.person_name,
    date: row.date,
    start_time: row.start_time,
    end_time: row.end_time,
    overnight: row.overnight,
    duration_hours: hoursText(row.minutes),
    status: row.status,
    notes: row.notes,
  };
}

/** Writes a shift's event: the shift as it stands now, and what else is to be known of it. */
export function recordShift(
  tx: Tx,
  event: ShiftEvent,
  row: ShiftRow,
  facts: Record<string, unknown> = {},
  entry?: string,
): Promise<string> {
  return record(tx, event, row.id, { shift: shiftFacts(row), ...facts }, entry);
}

const sentences: Partial<Record<ShiftEvent, string>> = {
  'shift.requested': 'New shift request',
  'shift.approved': 'Shift approved',
  'shift.rejected': 'Shift rejected',
  'shift.updated': 'Shift changed',
  'shift.deleted': 'Shift cancelled',
  'shift.swapped': 'Shift changed hands',
};

/**
 * How a shift's event looks on `schedule:<period>`: all of it to its person and to who decides; to
 * others only that the calendar changed, without notes, and nothing of requests that are not on it.
 */
export const liveShift: Live = {
  topics: ({ data }) => [`schedule:${(data.shift as ShiftFacts).schedule_period}`],
  present({ event, data }, { by }) {
    const shift = data.shift as ShiftFacts;
    const message = sentences[event as ShiftEvent] ?? 'Shift changed';
    if (decides(by) || shift.pa_id === by.personId) {
      return { message, ...data };
    }
    const wasOnCalendar = shift.status === 'APPROVED' || data.was === 'APPROVED';
    if (!wasOnCalendar) return null;
    const { notes: _, ...seen } = shift;
    return { message, shift: seen };
  },
};

type ShiftFacts = ReturnType<typeof shiftFacts>;
