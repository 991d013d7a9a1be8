import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import type { Refused } from '../platform/problem.ts';
import { endMinuteOf } from '../resources/module.ts';
import {
  addDays,
  dateAt,
  deriveSpan,
  minuteOf,
  type Span,
  withSeconds,
} from '../timeline/module.ts';

/** A wish as it comes: an end at 00:00 is the midnight that ends the date. */
export type Wish = { date: string; start_time: string; end_time: string };

/** The span of a wish, or why there is none: 400 with the field. */
export function spanOfWish({ date, start_time, end_time }: Wish, zone: string): Span | Refused {
  const overnight = withSeconds(end_time) === '00:00:00';
  if (!overnight && withSeconds(end_time) <= withSeconds(start_time)) {
    return refusal('end_not_after_start', 'end_time', 'End must be after start.');
  }
  return deriveSpan({ date, startTime: start_time, endTime: end_time, overnight }, zone);
}

/** Whether this is why there is no span. */
export function isRefused(span: Span | Refused): span is Refused {
  return 'code' in span;
}

/** Why nobody can have a span, whether it is free or not: it is past, too far, too short or long, or closed then. */
export function whyNotSpan(
  span: Span,
  settings: BookingSettings,
  now: Temporal.Instant,
): Refused | null {
  return (
    whyPast(span, now) ??
    whyTooFar(span, settings, now) ??
    whyClosed(span, settings) ??
    whyNotSoLong(span, settings)
  );
}

function whyPast(span: Span, now: Temporal.Instant): Refused | null {
  if (Temporal.Instant.compare(span.startsAt, now) >= 0) return null;
  const today = dateAt(now, span.zone);
  const field = span.date < today ? 'date' : 'start_time';
  return refusal('span_in_past', field, 'This is in the past. Choose a time that is still ahead.');
}

function whyTooFar(
  { date, zone }: Span,
  { days_ahead_max: days }: BookingSettings,
  now: Temporal.Instant,
): Refused | null {
  const last = addDays(dateAt(now, zone), days);
  if (date <= last) return null;
  const sentence = `Reservations are taken ${days} days ahead, until ${last}.`;
  return refusal('too_far_ahead', 'date', sentence);
}

function whyClosed(span: Span, settings: BookingSettings): Refused | null {
  const { business_start_time: opens, business_end_time: closes } = settings;
  const startsBefore = minuteOf(span.startTime) < minuteOf(opens);
  const endsAfter = endMinuteOf(span.endTime) > endMinuteOf(closes);
  if (!startsBefore && !endsAfter) return null;
  const hours = `${opens.slice(0, 5)} to ${closes.slice(0, 5)}`;
  const field = startsBefore ? 'start_time' : 'end_time';
  return refusal('outside_business_hours', field, `It is open from ${hours}.`);
}

/**
 * On the nights when clocks change, a stay has two lengths: by the clock, and what elapses. It is too
 * short or long only when both are, so that every slot of the clock can be had.
 */
function whyNotSoLong(span: Span, settings: BookingSettings): Refused | null {
  const { stay_minutes_min: least, stay_minutes_max: most } = settings;
  const byClock = endMinuteOf(span.endTime) - minuteOf(span.startTime);
  const [shorter, longer] = [Math.min(byClock, span.minutes), Math.max(byClock, span.minutes)];
  if (longer < least) {
    return refusal('stay_too_short', 'end_time', `At least ${least} minutes.`);
  }
  if (shorter <= most) return null;
  return refusal('stay_too_long', 'end_time', `At most ${most} minutes.`);
}

function refusal(code: string, field: string, sentence: string): Refused {
  return {
    code,
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
