import { deleteDutyType as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, type Refused, refuseIf } from '../platform/problem.ts';
import { recordDutyType } from './duty-type-event.ts';
import { findRostersWith, lockDutyType, updateDutyType } from './duty-type-store.ts';

/** An admin deletes a duty type that no roster has; its row stays for what stood in it. */
export const deleteDutyType = action(route, async (tx, { params }) => {
  const row = found(await lockDutyType(tx, params.id));
  refuseIf(whyKept(row.name, await findRostersWith(tx, row.id)));

  await updateDutyType(tx, row, { deleted_at: tx.now.toString() });
  await recordDutyType(tx, 'duty_type.deleted', row);
  return { message: 'Duty deleted.' };
});

function whyKept(name: string, rosters: readonly { id: string; name: string }[]): Refused | null {
  if (rosters.length === 0) return null;
  const named = rosters.slice(0, 5).map((roster) => roster.name);
  const more = rosters.length > named.length ? ` and ${rosters.length - named.length} more` : '';
  return {
    code: 'duty_type_in_use',
    detail: `${name} is in ${named.join(', ')}${more}. Take it out there, or make it inactive.`,
    facts: { rosters },
  };
}
