/** When a duty is by the clocks of its own zone: `18:00:00`, and whether it ends on another date. */
export function clocksIn(duty: { starts_at: string; ends_at: string; duty_zone: string }) {
  const [start, end] = [duty.starts_at, duty.ends_at].map((at) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(duty.duty_zone).toPlainDateTime(),
  ) as [Temporal.PlainDateTime, Temporal.PlainDateTime];
  const clock = (at: Temporal.PlainDateTime) =>
    at.toPlainTime().toString({ smallestUnit: 'second' });
  return {
    start_time: clock(start),
    end_time: clock(end),
    overnight: !start.toPlainDate().equals(end.toPlainDate()),
  };
}
