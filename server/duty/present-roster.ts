import type { Roster } from '../../contract/duty/roster.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { Actor, View } from '../platform/scope.ts';
import { presentDutyType } from './present-duty-type.ts';
import { findDutyTypesOf, type RosterRow } from './roster-store.ts';

/** Rosters for their viewer, with their duties: looked up for all at once. */
export async function presentRosters(view: View, rows: readonly RosterRow[]): Promise<Roster[]> {
  const ids = rows.map(({ id }) => id);
  const types = Map.groupBy(await findDutyTypesOf(view, ids), (type) => type.roster_id);
  return rows.map((row) => ({
    ...row,
    duty_types: (types.get(row.id) ?? []).map((type) => presentDutyType(type, view.by)),
    can: rosterAbilities(view.by, row.assigned),
  }));
}

/** One roster for its viewer. */
export async function presentRoster(view: View, row: RosterRow): Promise<Roster> {
  const [roster] = await presentRosters(view, [row]);
  return roster as Roster;
}

function rosterAbilities(by: Actor, assigned: number): Roster['can'] {
  const edit = may(by, 'roster.change');
  return {
    edit,
    delete: edit && assigned === 0,
    assign: may(by, 'duty.assign'),
    unlock: may(by, 'duty.unlock'),
  };
}
