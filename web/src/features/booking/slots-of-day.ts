import type { BookingDay, Slot } from '../../../../contract/booking/booking-day.ts';
import type { Reservation } from '../../../../contract/booking/reservation.ts';
import { toMinutes } from '../../lib/dates.ts';
import { type Laned, placeInLanes } from '../../lib/lanes.ts';

/** From when to when, in minutes of the day's clock. */
export type Minutes = { from: number; to: number };
export type DaySlot = Slot & Minutes & { index: number };
/** A reservation as a block of the day, beside others at the same time. */
export type Block = Laned & { reservation: Reservation };

const dayMinutes = 24 * 60;
/** More beside each other could not be read. */
const lanesMax = 3;

/** The minutes of a span; an end of 00:00 is the midnight that ends the day. */
export function minutesOfSpan({ start_time, end_time }: { start_time: string; end_time: string }) {
  return { from: toMinutes(start_time), to: toMinutes(end_time) || dayMinutes };
}

export function slotsOf(day: BookingDay): DaySlot[] {
  return day.available_slots.map((slot, index) => ({ ...slot, ...minutesOfSpan(slot), index }));
}

/** The reservations of a day as blocks; `crowded` when too many lie beside each other to be drawn. */
export function blocksOf(day: BookingDay): { blocks: Block[]; crowded: boolean } {
  const blocks = laneBlocks(day.reserved_slots);
  if (blocks.every(({ lanes }) => lanes <= lanesMax)) return { blocks, crowded: false };
  return { blocks: laneBlocks(day.reserved_slots.filter(({ mine }) => mine)), crowded: true };
}

function laneBlocks(reservations: readonly Reservation[]): Block[] {
  const blocks = reservations
    .map((reservation) => ({ reservation, ...minutesOfSpan(reservation), lane: 0, lanes: 1 }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  placeInLanes(blocks);
  return blocks;
}

/** How many reservations a slot touches. */
export function bookedIn(slot: Minutes, day: BookingDay): number {
  return day.reserved_slots.filter((reservation) => lieTogether(minutesOfSpan(reservation), slot))
    .length;
}

/** When the first of the days opens and the last closes, and what is reserved outside of that. */
export function openMinutes(days: readonly BookingDay[]): Minutes {
  const spans = days.flatMap((day) =>
    [day.business_hours, ...day.reserved_slots].map(minutesOfSpan),
  );
  const from = Math.min(...spans.map((span) => span.from));
  const to = Math.max(...spans.map((span) => span.to));
  return Number.isFinite(from) ? { from, to } : { from: 0, to: dayMinutes };
}

/** What is available from one slot to another, as far as it goes on without a break. */
export function freeRange(slots: readonly DaySlot[], anchor: number, at: number): Minutes | null {
  const step = at < anchor ? -1 : 1;
  const first = slots[anchor];
  if (!first?.available) return null;
  let last = first;
  for (let index = anchor; index !== at; index += step) {
    const next = slots[index + step];
    if (!next?.available || (step > 0 ? next.from !== last.to : next.to !== last.from)) break;
    last = next;
  }
  return { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) };
}

/** Whether a span reaches into prime time, as far as the day's slots tell. */
export function touchesPrimeTime(span: Minutes, day: BookingDay): boolean {
  return day.primetime_spans.some((prime) => lieTogether(minutesOfSpan(prime), span));
}

export function lieTogether(one: Minutes, other: Minutes): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Where a span of the day lies in its column. */
export function placeOf({ from, to }: Minutes, open: Minutes): React.CSSProperties {
  return {
    top: `calc(${from - open.from} * var(--minute))`,
    height: `calc(${to - from} * var(--minute))`,
  };
}
