import type { UnlockRequest } from '../../contract/unlocks/unlock-request.ts';
import { type DutyRow, dutyFacts } from '../duty/module.ts';
import type { View } from '../platform/scope.ts';
import { whyNotCancel, whyNotDecide } from './request.ts';
import { findAssignments, type RequestRow } from './request-store.ts';

/** Requests for someone who unlocks, with what they may do with each. */
export async function presentRequests(
  view: View,
  rows: readonly RequestRow[],
): Promise<UnlockRequest[]> {
  const duties = await findAssignments(view, rows);
  return rows.map(({ requested_by_email: _, assignments, ...row }) => {
    const decide = whyNotDecide(row, view.by) === null;
    return {
      ...row,
      assignments: assignments.flatMap((id) => {
        const duty = duties.get(id);
        return duty ? [presentAssignment(duty)] : [];
      }),
      can: { approve: decide, reject: decide, cancel: whyNotCancel(row, view.by) === null },
    };
  });
}

/** One of them. */
export async function presentRequest(view: View, row: RequestRow): Promise<UnlockRequest> {
  const [request] = await presentRequests(view, [row]);
  return request as UnlockRequest;
}

function presentAssignment(row: DutyRow): UnlockRequest['assignments'][number] {
  const { id, roster, roster_name, date, duty_type, duty_name, person, person_name } =
    dutyFacts(row);
  const { start_time, end_time, overnight } = dutyFacts(row);
  return {
    ...{ id, roster, roster_name, date, duty_type, duty_name, person, person_name },
    ...{ start_time, end_time, overnight },
  };
}
