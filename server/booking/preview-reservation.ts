import type { ReservationPreview } from '../../contract/booking/reservation-preview.ts';
import { previewReservation as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { found, notFound, type Refused } from '../platform/problem.ts';
import type { View } from '../platform/scope.ts';
import { getResource } from '../resources/module.ts';
import { type Booker, judge, loadGround } from './judge.ts';
import { sees } from './policy.ts';
import { whyNotChange } from './reservation.ts';
import { getReservation, type ReservationRow } from './reservation-row.ts';
import { isRefused, spanOfWish } from './span.ts';

/** What reserving a span would give, or moving a reservation to it: the same checks, and nothing is written. */
export const previewReservation = query(route, async (view, { query }) => {
  const moved = query.reservation ? await getMoved(view, query.reservation) : null;
  const resource = found(await getResource(view, query.resource ?? moved?.resource_id));
  const span = spanOfWish(query, view.tenant.timeZone);
  const fixed = moved && whyNotChange(moved, view.now);
  if (fixed) return refusedWith(fixed);
  if (isRefused(span)) return refusedWith(span);

  const booker: Booker = moved
    ? { id: moved.person_id, role: moved.person_role }
    : { id: view.by.personId, role: view.by.role };
  const ground = await loadGround(view, resource);
  const { refused, approval, cost } = await judge(view, ground, booker, span, moved?.id ?? null);
  if (refused) return refusedWith(refused);
  return {
    status: approval.reasons.length > 0 ? ('PENDING' as const) : ('CONFIRMED' as const),
    is_primetime: approval.isPrimetime,
    approval_reasons: approval.reasons,
    cost,
    why_not: null,
  };
});

async function getMoved(view: View, id: string): Promise<ReservationRow> {
  const row = found(await getReservation(view, id));
  if (!sees(view.by, row)) throw notFound();
  return row;
}

function refusedWith({ code, detail, facts }: Refused): ReservationPreview {
  const errors = facts?.errors as Record<string, string[]> | undefined;
  const why = { code, detail, ...(errors && { errors }) };
  const none = { status: null, is_primetime: false, approval_reasons: [], cost: null };
  return { ...none, why_not: why };
}
