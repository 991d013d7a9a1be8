import type { DutyClash } from '../../contract/duty/duty-assignment.ts';
import { may, type Permission } from '../../contract/identity/permissions.ts';
import type { Actor, Read } from '../platform/scope.ts';
import { type Clash, clocksOf } from '../timeline/module.ts';
import { findDuties } from './duty-store.ts';

// What keeps someone, and what one must be allowed to see to be told.
const words: Readonly<Record<string, { what: string; needs: Permission }>> = {
  shift: { what: 'on a shift', needs: 'calendar.read' },
  absence: { what: 'away', needs: 'absence.read' },
  duty: { what: 'on duty', needs: 'duty.read' },
  reservation: { what: 'booked elsewhere', needs: 'reservation.read' },
  call: { what: 'at a job', needs: 'event.run' },
};

/** What someone is committed to, as far as this viewer may know; times are told to who assigns. */
export function sayClash(
  clash: Clash,
  by: Actor | null,
  duties: ReadonlyMap<string, string>,
): DutyClash {
  const said = words[clash.source.kind];
  const seen = said && (by === null || may(by, said.needs)) ? said : null;
  const duty = seen && duties.get(clash.source.id);
  return {
    source: seen ? clash.source.kind : 'other',
    what: duty ? `on duty (${duty})` : (seen?.what ?? 'committed elsewhere'),
    starts_at: clash.startsAt,
    ends_at: clash.endsAt,
    ...(duty && { duty_assignment: clash.source.id }),
  };
}

/** `Cleo Marsh is on a shift from 06:00 to 09:00 on 2026-12-01; away from …`. */
export function sentenceOf(name: string, clashes: readonly DutyClash[], zone: string): string {
  const parts = clashes.map(
    (clash) => `${clash.what} from ${clocksOf(clash.starts_at, clash.ends_at, zone)}`,
  );
  return `${name} is ${parts.join('; ')}.`;
}

/** The names of the duties among clashes, by assignment. */
export async function namesOfDuties(
  read: Read,
  clashes: readonly Clash[],
): Promise<ReadonlyMap<string, string>> {
  const ids = clashes.filter(({ source }) => source.kind === 'duty').map(({ source }) => source.id);
  if (ids.length === 0) return new Map();
  const rows = await findDuties(read, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.duty_name]));
}
