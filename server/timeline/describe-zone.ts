/**
 * A VTIMEZONE (RFC 5545, 3.6.5) that is right from `from` to a year after `until`: every change of
 * the clocks as one observance, by the same time-zone data that derives the instants here.
 */
export function describeZone(
  zone: string,
  from: Temporal.Instant,
  until: Temporal.Instant,
): string {
  const changes = changesOf(zone, from, until.add({ hours: 366 * 24 }));
  const standard = Math.min(...changes.map((change) => change.after));
  const observances = changes.map(({ local, before, after, name }) => {
    const kind = after > standard ? 'DAYLIGHT' : 'STANDARD';
    const offsets = [`TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`];
    const at = local.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
    return [`BEGIN:${kind}`, `DTSTART:${at}`, ...offsets, `TZNAME:${name}`, `END:${kind}`];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** A change of the clocks: the wall-clock time before it at which it comes; offsets in seconds. */
type Change = { local: Temporal.PlainDateTime; before: number; after: number; name: string };

// The change that is in force at `from`, and those until `until`.
function changesOf(zone: string, from: Temporal.Instant, until: Temporal.Instant): Change[] {
  const start = from.toZonedDateTimeISO(zone);
  let at = start.getTimeZoneTransition('previous');
  if (!at) return [{ ...changeAt(start), local: Temporal.PlainDateTime.from('1970-01-01') }];
  const changes: Change[] = [];
  for (; at && Temporal.Instant.compare(at.toInstant(), until) <= 0; ) {
    changes.push(changeAt(at));
    at = at.getTimeZoneTransition('next');
  }
  return changes;
}

function changeAt(at: Temporal.ZonedDateTime): Change {
  const before = at.subtract({ nanoseconds: 1 });
  const local = before.toPlainDateTime().add({ nanoseconds: 1 });
  const name = at.toLocaleString('en-GB', { timeZoneName: 'short' }).split(' ').at(-1) as string;
  const seconds = (zoned: Temporal.ZonedDateTime) => zoned.offsetNanoseconds / 1e9;
  return { local, before: seconds(before), after: seconds(at), name };
}

function offsetText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const all = Math.abs(seconds);
  const rest = all % 60 ? two(all % 60) : '';
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(all / 3_600))}${two(Math.floor(all / 60) % 60)}${rest}`;
}
