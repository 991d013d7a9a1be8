/** Tells the time. An argument everywhere, so that a test can run a year in seconds. */
export type Clock = { now(): Temporal.Instant };

/** The machine's clock, to the millisecond. */
export const realClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
};

/** A clock that stands still until it is told to move. */
export function virtualClock(start: string): Clock & { advance(by: Temporal.DurationLike): void } {
  let at = Temporal.Instant.from(start);
  return {
    now: () => at,
    advance(by) {
      at = at.add(by);
    },
  };
}
