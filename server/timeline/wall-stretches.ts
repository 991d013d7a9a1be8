import { dayNumber, type WallMinutes } from './wall-minutes.ts';

/**
 * What the clocks of the zone show from one instant to another, on the line of wall minutes: one
 * stretch as long as clocks do not change; spring leaves minutes out, autumn shows some twice, in
 * two stretches.
 */
export function wallStretches(startsAt: string, endsAt: string, zone: string): WallMinutes[] {
  const end = Temporal.Instant.from(endsAt);
  const stretches: WallMinutes[] = [];
  let at = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  while (Temporal.Instant.compare(at.toInstant(), end) < 0) {
    const change = at.getTimeZoneTransition('next');
    const isNext = change && Temporal.Instant.compare(change.toInstant(), end) < 0;
    const next = isNext ? change : end.toZonedDateTimeISO(zone);
    const from = wallMinuteOf(at);
    const elapsed = (next.epochMilliseconds - at.epochMilliseconds) / 60_000;
    stretches.push({ from, until: from + elapsed });
    at = next;
  }
  return stretches;
}

function wallMinuteOf(at: Temporal.ZonedDateTime): number {
  return dayNumber(at.toPlainDate().toString()) * 1_440 + at.hour * 60 + at.minute;
}
