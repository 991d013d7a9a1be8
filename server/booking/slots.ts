import { minuteOf, skippedOn, type WallMinutes, wallMinutes } from '../timeline/module.ts';

/** Hours of a day by the clock; an end at 00:00 is the midnight that ends it. */
export type Hours = { start_time: string; end_time: string };

/**
 * The slots of a date, in wall minutes, one after the other from the hour that it opens: as many whole
 * ones as fit. What the clocks skip in spring is in none: a slot that begins or ends there begins or
 * ends when the clocks go on. A slot of the hour that autumn repeats is there once and lasts longer.
 */
export function slotsOf(date: string, hours: Hours, minutes: number, zone: string): WallMinutes[] {
  const day = spanOfDay(date, hours);
  const skipped = skippedOn(date, zone);
  const moved = (minute: number) =>
    skipped && minute >= skipped.from && minute < skipped.until ? skipped.until : minute;
  const slots: WallMinutes[] = [];
  for (let from = day.from; from + minutes <= day.until; from += minutes) {
    const slot = { from: moved(from), until: moved(from + minutes) };
    if (slot.until > slot.from) slots.push(slot);
  }
  return slots;
}

/** Hours of a date on the line of wall minutes. */
export function spanOfDay(date: string, { start_time, end_time }: Hours): WallMinutes {
  const midnight = minuteOf(end_time) === 0;
  return wallMinutes(date, start_time, end_time, midnight);
}

/** What of these touches a slot, be it longer than it or off the grid. */
export function touching<T extends WallMinutes>(taken: readonly T[], slot: WallMinutes): T[] {
  return taken.filter((one) => one.from < slot.until && one.until > slot.from);
}
