import type { OccurrenceClash } from '../../contract/booking/series.ts';
import { makeSeries as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { newId } from '../platform/id.ts';
import { Refusal, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import type { Span } from '../timeline/module.ts';
import { type Load, loadBurden } from './burden.ts';
import { type Booker, type Ground, judge } from './judge.ts';
import { lockGround } from './lock-ground.ts';
import { clashOf, refuseClashes } from './occurrence-clash.ts';
import { presentSeries } from './present-series.ts';
import { recurrenceOf } from './recurrence.ts';
import { recordReservation } from './reservation-event.ts';
import type { ReservationRow } from './reservation-row.ts';
import { take } from './reserve.ts';
import { recordSeries } from './series-event.ts';
import { tellSeriesMade } from './series-letters.ts';
import { insertSeries } from './series-store.ts';
import { isRefused, spanOfWish, type Wish, whyNotSpan } from './span.ts';

/** Someone reserves by a rule: every occurrence or none, or with `partial` what can be, and the rest listed. */
export const makeSeries = action(route, async (tx, { body }) => {
  const { date, start_time, end_time, notes = '' } = body;
  const { timeZone } = tx.tenant;
  const first = spanOfWish({ date, start_time, end_time }, timeZone);
  if (isRefused(first)) throw new Refusal(400, first.code, first.detail, first.facts);
  const recurrence = recurrenceOf(body.rrule, date, start_time, timeZone);
  if ('code' in recurrence) throw new Refusal(400, 'invalid', recurrence.detail, recurrence.facts);
  const { booker, ground } = await lockGround(tx, body.resource);
  // What no occurrence could be is wrong with the wish, not with one date of it.
  refuseIf(whyNotSpan(first, ground.settings, tx.now));

  const id = newId();
  const series = { id, resourceId: ground.resource.id, personId: booker.id, notes };
  await insertSeries(tx, { ...series, rrule: recurrence.rrule }, first);
  const wishes = recurrence.occurrences.map((local) => ({
    ...{ date: local.slice(0, 10), start_time, end_time },
  }));
  const { rows, clashes } = await takeEach(tx, ground, booker, wishes, { id, notes });
  refuseClashes(clashes, body.partial && rows.length > 0);

  const entry = await recordSeries(tx, 'series.created', id, rows, { rrule: recurrence.rrule });
  await tellSeriesMade(tx, entry, id, rows, ground.settings);
  return { series: await presentSeries(tx, id), clashes };
});

/** Takes each in turn, and knows at each what those before it took. */
async function takeEach(
  tx: ActorTx,
  ground: Ground,
  booker: Booker,
  wishes: readonly Wish[],
  series: { id: string; notes: string },
) {
  const before = await loadBurden(tx, booker.id, wishes[0]?.date ?? '');
  const load = { ...before, rows: [...before.rows] };
  const rows: ReservationRow[] = [];
  const clashes: OccurrenceClash[] = [];
  for (const wish of wishes) {
    const span = spanOfWish(wish, tx.tenant.timeZone);
    const judged = isRefused(span) ? null : await judge(tx, ground, booker, span, null, load);
    const refused = isRefused(span) ? span : judged?.refused;
    if (refused || !judged) {
      if (refused) clashes.push(clashOf(wish, refused));
      continue;
    }
    const of = { id: series.id, occurrence: (span as Span).localStart };
    const row = await take(tx, ground, booker, span as Span, judged, {
      ...{ notes: series.notes, series: of },
    });
    rows.push(row);
    load.rows.push(loadOf(row));
    const event = row.status === 'PENDING' ? 'reservation.requested' : 'reservation.confirmed';
    await recordReservation(tx, event, row);
  }
  return { rows, clashes };
}

function loadOf({ resource_id, date, minutes }: ReservationRow): Load['rows'][number] {
  return { resource_id, date, minutes, has_ended: false };
}
