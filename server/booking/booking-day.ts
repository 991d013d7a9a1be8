import type { BookingDay, Slot } from '../../contract/booking/booking-day.ts';
import { may } from '../../contract/identity/permissions.ts';
import type { View } from '../platform/scope.ts';
import { priceOf, primeWindowOf } from '../resources/module.ts';
import {
  addDays,
  clockOf,
  dateAt,
  instantOf,
  type Span,
  type WallMinutes,
  wallMinutes,
} from '../timeline/module.ts';
import { approvalOf } from './approval.ts';
import { burdenOn, type Load } from './burden.ts';
import { costOf } from './cost.ts';
import type { Booker, Ground } from './judge.ts';
import { presentReservation } from './present-reservation.ts';
import type { ReservationRow } from './reservation-row.ts';
import { type Hours, slotsOf, spanOfDay, touching } from './slots.ts';

/** What the days of a resource are made of. */
export type Around = {
  view: View;
  ground: Ground;
  booker: Booker;
  load: Load;
  units: ReadonlySet<string>;
};

/** A reservation and its place on the line of wall minutes. */
export type Taken = WallMinutes & { row: ReservationRow };

/** Where a reservation is on the line. */
export function placed(row: ReservationRow): Taken {
  return { ...wallMinutes(row.date, row.start_time, row.end_time, row.overnight), row };
}

/** A date of a resource: its hours, its slots, and what is reserved. */
export function bookingDay(around: Around, date: string, taken: readonly Taken[]): BookingDay {
  const { view, ground } = around;
  const { settings } = ground;
  const hours: Hours = {
    start_time: settings.business_start_time,
    end_time: settings.business_end_time,
  };
  const prime = primeSpans(ground, date, spanOfDay(date, hours));
  const first = prime[0];
  const slots = slotsOf(date, hours, settings.slot_duration_minutes, view.tenant.timeZone);
  return {
    date,
    is_primetime: prime.length > 0,
    primetime_hours: first
      ? clocks({ from: first.from, until: Math.max(...prime.map((one) => one.until)) })
      : null,
    primetime_spans: prime.map(clocks),
    business_hours: hours,
    available_slots: slots.map((slot) => presentSlot(around, date, slot, taken)),
    reserved_slots: taken.map(({ row }) => presentReservation(row, view)),
  };
}

/** What of the business hours of a date is prime time, by start. */
function primeSpans({ rules, resource }: Ground, date: string, day: WallMinutes): WallMinutes[] {
  const weekday = Temporal.PlainDate.from(date).dayOfWeek - 1;
  return rules
    .filter((rule) => rule.is_active)
    .filter(({ resource_id: of }) => of === null || of === resource.id)
    .flatMap((rule) => {
      const window = primeWindowOf(rule);
      return window?.weekdays[0] === weekday ? [spanOfDay(date, window)] : [];
    })
    .filter((span) => span.from < day.until && span.until > day.from)
    .map((span) => ({
      from: Math.max(span.from, day.from),
      until: Math.min(span.until, day.until),
    }))
    .sort((a, b) => a.from - b.from);
}

function presentSlot(
  around: Around,
  date: string,
  slot: WallMinutes,
  taken: readonly Taken[],
): Slot {
  const { ground, booker, load } = around;
  const { resource, rules } = ground;
  const span = spanOfSlot(around.view, date, slot);
  const state = stateOf(around, date, slot, span, taken);
  const cost = costOf(priceOf(resource), span.minutes);
  const burden = burdenOn(load, date, resource.id);
  const asked = { span, resourceId: resource.id, role: booker.role, burden, cost };
  const { isPrimetime, reasons } = approvalOf(rules, asked);
  return {
    ...clocks(slot),
    type: isPrimetime ? 'primetime' : 'regular',
    available: state === 'free' && may(around.view.by, 'reservation.make'),
    state,
    needs_approval: reasons.length > 0,
    approval_detail: reasons.map(({ detail }) => detail).join(' '),
    cost,
  };
}

function stateOf(
  { view, ground, units }: Around,
  date: string,
  slot: WallMinutes,
  span: Span,
  taken: readonly Taken[],
): Slot['state'] {
  const here = touching(taken, slot);
  if (here.some(({ row }) => row.person_id === view.by.personId)) return 'mine';
  if (Temporal.Instant.compare(span.startsAt, view.now) < 0) return 'past';
  const inUse = new Set(here.map(({ row }) => row.unit_id).filter((unit) => units.has(unit)));
  if (inUse.size >= ground.resource.capacity) return 'taken';
  const today = dateAt(view.now, view.tenant.timeZone);
  return date > addDays(today, ground.settings.days_ahead_max) ? 'too_far' : 'free';
}

/** The span that reserving a slot would take; its times exist, since slots leave out what clocks skip. */
function spanOfSlot({ tenant }: View, date: string, { from, until }: WallMinutes): Span {
  const zone = tenant.timeZone;
  const [startTime, endTime] = [clockOf(from), clockOf(until)];
  const overnight = endTime === '00:00:00';
  const [localStart, localEnd] = [
    `${date}T${startTime}`,
    `${overnight ? addDays(date, 1) : date}T${endTime}`,
  ];
  const [startsAt, endsAt] = [instantOf(localStart, zone), instantOf(localEnd, zone)];
  const minutes = (endsAt.epochMilliseconds - startsAt.epochMilliseconds) / 60_000;
  return {
    ...{ date, startTime, endTime, overnight, zone, tzVersion: '', localStart, localEnd },
    ...{ startsAt: startsAt.toString(), endsAt: endsAt.toString(), minutes },
  };
}

function clocks({ from, until }: WallMinutes): Hours {
  return { start_time: clockOf(from), end_time: clockOf(until) };
}
