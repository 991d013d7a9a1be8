/**
 * Coverage, hours and commitments from nothing but stored shifts and windows, by Temporal instants
 * alone: it shares no code with the rota, so that the two can be held against each other.
 */
export type ShiftFact = {
  id: string;
  period_id: string;
  person_id: string;
  date: string;
  start_time: string;
  end_time: string;
  overnight: boolean;
  status: string;
};
export type WindowFact = {
  slug: string;
  start_time: string;
  end_time: string;
  effective_from: string;
  effective_until: string | null;
};
type Minutes = { from: number; until: number };
type Gap = { start_time: string; end_time: string };

/** The date `days` later. */
export function daysLater(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A shift as minutes since 1970. */
export function minutesOf(shift: ShiftFact, zone: string): Minutes {
  const end = shift.overnight ? daysLater(shift.date, 1) : shift.date;
  return {
    from: epochMinute(shift.date, shift.start_time, zone),
    until: epochMinute(end, shift.end_time, zone),
  };
}

/** The minute of a wall-clock time: of two the earlier, of none the moment at which clocks skip it. */
function epochMinute(date: string, time: string, zone: string): number {
  const key = `${zone} ${date} ${time}`;
  const known = minutes.get(key) ?? findMinute(date, time, zone);
  minutes.set(key, known);
  return known;
}

const minutes = new Map<string, number>();

function findMinute(date: string, time: string, zone: string): number {
  const meant = Temporal.PlainDateTime.from(`${date}T${time}`);
  const at = meant.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const real = at.toPlainDateTime().equals(meant) ? at : at.getTimeZoneTransition('next');
  return (real as Temporal.ZonedDateTime).epochMilliseconds / 60_000;
}

/** What is left open of each window of a date, by slug. */
export function gapsOn(
  date: string,
  windows: readonly WindowFact[],
  approved: readonly Minutes[],
  zone: string,
): Record<string, Gap[]> {
  const on = windows.filter(
    ({ effective_from: from, effective_until: until }) =>
      from <= date && (until === null || until >= date),
  );
  return Object.fromEntries(
    on.map((window) => {
      const from = epochMinute(date, window.start_time, zone);
      const until = epochMinute(date, window.end_time, zone);
      return [window.slug, uncovered({ from, until }, approved).map((gap) => onClock(gap, zone))];
    }),
  );
}

/** The stretches of a span in which nobody is on: every piece between two changes is asked on its own. */
function uncovered(span: Minutes, approved: readonly Minutes[]): Minutes[] {
  const changes = approved.flatMap(({ from, until }) => [from, until]);
  const inside = changes.filter((minute) => minute > span.from && minute < span.until);
  const cuts = [...new Set([span.from, ...inside, span.until])].sort((a, b) => a - b);
  const open: Minutes[] = [];
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    const until = cuts[i + 1] as number;
    if (approved.some((one) => one.from <= from && until <= one.until)) continue;
    const last = open.at(-1);
    if (last?.until === from) last.until = until;
    else open.push({ from, until });
  }
  return open;
}

// The end is a minute after the last open one on the clock: clocks may skip right there.
function onClock({ from, until }: Minutes, zone: string): Gap {
  const clock = (minute: number) =>
    Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
      .toZonedDateTimeISO(zone)
      .toPlainTime();
  return {
    start_time: clock(from).toString({ smallestUnit: 'second' }),
    end_time: clock(until - 1)
      .add({ minutes: 1 })
      .toString({ smallestUnit: 'second' }),
  };
}

/** `complete`, `partial` or `none`. */
export function statusOf(gaps: Record<string, Gap[]>): string {
  const covered = Object.values(gaps).map((open) => open.length === 0);
  if (covered.every(Boolean)) return 'complete';
  return covered.some(Boolean) ? 'partial' : 'none';
}

/** Hours as text of the shifts, elapsed. */
export function hoursOf(shifts: readonly ShiftFact[], zone: string): string {
  const spans = shifts.map((shift) => minutesOf(shift, zone));
  return (spans.reduce((sum, { from, until }) => sum + until - from, 0) / 60).toFixed(2);
}

/** Pairs of spans that overlap. */
export function overlapsIn(spans: readonly Minutes[]): number {
  const inOrder = spans.toSorted((a, b) => a.from - b.from);
  return inOrder.filter((one, i) => inOrder.slice(0, i).some((before) => before.until > one.from))
    .length;
}
