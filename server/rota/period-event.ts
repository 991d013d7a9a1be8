import type { EventName } from '../../contract/events.ts';
import type { Live } from '../platform/hub.ts';
import { record } from '../platform/journal.ts';
import type { Tx } from '../platform/scope.ts';
import { decides } from './policy.ts';

type PeriodEvent = Extract<EventName, `period.${string}`>;
type Facts = {
  id: string;
  name: string;
  start_date: string;
  end_date: string;
  status: string;
  seats: number;
};

/** Writes a period's event: the period as it stands now, and what else is to be known of it. */
export function recordPeriod(
  tx: Tx,
  event: PeriodEvent,
  period: Facts,
  facts: Record<string, unknown> = {},
): Promise<string> {
  const { id, name, start_date, end_date, status, seats } = period;
  const now = { id, name, start_date, end_date, status, seats };
  return record(tx, event, id, { period: now, ...facts });
}

const sentences: Record<PeriodEvent, (name: string) => string> = {
  'period.created': () => 'New schedule period',
  'period.updated': (name) => `${name} has been changed`,
  'period.deleted': (name) => `${name} has been deleted`,
  'period.finalized': (name) => `${name} has been finalized`,
};

/** A period's event, to who watches it and to the whole organisation; why it was finalized to who decides. */
export const livePeriod: Live = {
  topics: ({ subjectId }) => [`schedule:${subjectId}`, 'organisation'],
  present({ event, data }, { by }) {
    const { period, changes } = data as { period: Facts; changes?: object };
    const message = sentences[event as PeriodEvent](period.name);
    if (decides(by)) return { message, ...data };
    return { message, period, ...(changes && { changes }) };
  },
};
