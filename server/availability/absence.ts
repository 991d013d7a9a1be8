import { invalid, type Refused } from '../platform/problem.ts';
import {
  addDays,
  instantOf,
  isSkipped,
  type Span,
  tzVersion,
  withSeconds,
} from '../timeline/module.ts';

/** From when to when someone is away, as people say it; without times whole days. */
export type WallAbsence = {
  start_date: string;
  end_date: string;
  start_time?: string;
  end_time?: string;
};

/** The same as stored: wall clock and zone as meant, and the instants derived from them. */
export type AbsenceSpan = {
  localStart: string;
  localEnd: string;
  zone: string;
  tzVersion: string;
  startsAt: string;
  endsAt: string;
};

const daysMax = 366;
/** No commitment is longer than 192 hours (a constraint of the timeline): a longer absence is one a week. */
const partHours = 168;

/** Derives the span of an absence. 400 naming the field: end before start, too long, a time that the clocks skip. */
export function absenceSpanOf(wall: WallAbsence, zone: string): AbsenceSpan {
  const localStart = `${wall.start_date}T${withSeconds(wall.start_time ?? '00:00')}`;
  const localEnd = wall.end_time
    ? `${wall.end_date}T${withSeconds(wall.end_time)}`
    : `${addDays(wall.end_date, 1)}T00:00:00`;
  const endField = wall.end_time ? 'end_time' : 'end_date';
  if (localEnd <= localStart) throw invalid({ [endField]: ['The end must be after the start.'] });
  const { days } = Temporal.PlainDate.from(wall.start_date).until(wall.end_date);
  if (days >= daysMax) throw invalid({ end_date: [`At most ${daysMax} days at once.`] });
  for (const field of ['start_time', 'end_time'] as const) {
    const local = field === 'start_time' ? localStart : localEnd;
    if (wall[field] && isSkipped(local, zone)) {
      const clock = local.slice(11, 16);
      const day = local.slice(0, 10);
      throw invalid({ [field]: [`${clock} does not exist on ${day}: the clocks go forward.`] });
    }
  }
  const [startsAt, endsAt] = [localStart, localEnd].map((local) => instantOf(local, zone));
  return {
    ...{ localStart, localEnd, zone, tzVersion },
    ...{ startsAt: String(startsAt), endsAt: String(endsAt) },
  };
}

/** The commitments of an absence, one after the other without a gap, none longer than a week. */
export function partsOf(span: AbsenceSpan): Span[] {
  const parts: Span[] = [];
  const end = Temporal.Instant.from(span.endsAt);
  for (let from = Temporal.Instant.from(span.startsAt); Temporal.Instant.compare(from, end) < 0; ) {
    const full = from.add({ hours: partHours });
    const until = Temporal.Instant.compare(full, end) < 0 ? full : end;
    parts.push(partSpan(from, until, span));
    from = until;
  }
  return parts;
}

function partSpan(
  from: Temporal.Instant,
  until: Temporal.Instant,
  { zone, tzVersion }: AbsenceSpan,
) {
  const [start, end] = [from, until].map((at) => at.toZonedDateTimeISO(zone).toPlainDateTime());
  const localStart = String(start);
  const localEnd = String(end);
  return {
    date: localStart.slice(0, 10),
    startTime: localStart.slice(11),
    endTime: localEnd.slice(11),
    overnight: true,
    ...{ zone, tzVersion, localStart, localEnd },
    startsAt: from.toString(),
    endsAt: until.toString(),
    minutes: (until.epochMilliseconds - from.epochMilliseconds) / 60_000,
  };
}

/** Why an absence can't be taken back, if so. */
export function whyNotCancel(
  absence: { cancelled_at: string | null; ends_at: string },
  now: Temporal.Instant,
): Refused | null {
  if (absence.cancelled_at !== null) {
    return { code: 'absence_cancelled', detail: 'This absence was taken back already.' };
  }
  if (Temporal.Instant.compare(Temporal.Instant.from(absence.ends_at), now) <= 0) {
    return { code: 'absence_over', detail: 'This absence is over; what was stays.' };
  }
  return null;
}
