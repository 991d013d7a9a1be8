import type { SunEvent } from '../../contract/duty/duty-type.ts';
import type { Refused } from '../platform/problem.ts';
import { deriveSpan, type Span, tzVersion } from '../timeline/module.ts';
import type { StoredTime } from './duty-type.ts';

/** When an event of the sun is on a date, or why that is not known. */
export type SunOf = (event: SunEvent, date: string) => Temporal.Instant | Refused;

/**
 * When a duty is done on a date. Refused when the clocks skip its time that night, and when its sun is
 * not known there. A time by the sun is a whole minute, the nearest.
 */
export function spanOfDuty(
  type: StoredTime & { name: string },
  date: string,
  zone: string,
  sunOf: SunOf,
): Span | Refused {
  if (type.sun_event) return sunSpan(type, type.sun_event, date, zone, sunOf);
  const { start_time, end_time, overnight } = type;
  const span = deriveSpan(
    { date, startTime: start_time ?? '', endTime: end_time ?? '', overnight: overnight ?? false },
    zone,
  );
  if (!('code' in span)) return span;
  // Nobody typed this time: it is the night that is wrong for it.
  return { code: span.code, detail: `${type.name}: ${sentenceOf(span)}` };
}

function sentenceOf({ detail }: Refused): string {
  return detail.replace(/^\w+: /, '');
}

function sunSpan(
  { name, sun_offset_minutes, sun_minutes }: StoredTime & { name: string },
  event: SunEvent,
  date: string,
  zone: string,
  sunOf: SunOf,
): Span | Refused {
  const at = sunOf(event, date);
  if ('code' in at) return { ...at, detail: `${name}: ${at.detail}` };
  const minutes = sun_minutes ?? 0;
  const start = at
    .round({ smallestUnit: 'minute', roundingMode: 'halfExpand' })
    .add({ minutes: sun_offset_minutes ?? 0 });
  const end = start.add({ minutes });
  const [localStart, localEnd] = [start, end].map((instant) =>
    instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' }),
  ) as [string, string];
  return {
    ...{ date, zone, tzVersion, localStart, localEnd, minutes },
    ...{ startTime: localStart.slice(11), endTime: localEnd.slice(11) },
    overnight: localEnd.slice(0, 10) > date,
    startsAt: start.toString(),
    endsAt: end.toString(),
  };
}
