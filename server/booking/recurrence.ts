import { RRuleTemporal } from 'rrule-temporal';
import { occurrencesMax } from '../../contract/booking/series.ts';
import type { Refused } from '../platform/problem.ts';
import { instantOf, withSeconds } from '../timeline/module.ts';

/** A rule of recurrence as it is kept: without prefix, an end by date as the last moment of that date in UTC. */
export type Recurrence = { rrule: string; occurrences: string[] };

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
/** A date says all of the day; finer parts would be other times than the one that is asked for. */
const tooFine = /^(BYHOUR|BYMINUTE|BYSECOND|RSCALE|SKIP)$/;

/**
 * The occurrences of an RRULE (RFC 5545) that begins on a date at a time by the clock of the zone, as local
 * times: the clock shows the same on every one, whatever clocks do in between. 400 when the rule says
 * nothing, never ends, makes more than 100, or leaves out its own first date.
 */
export function recurrenceOf(
  rule: string,
  date: string,
  startTime: string,
  zone: string,
): Recurrence | Refused {
  const parts = partsOf(rule);
  const why = whyNotRule(parts);
  if (why) return why;
  const start = `${date}T${withSeconds(startTime)}`;
  const until = untilOf(parts.get('UNTIL'), zone);
  if (until === null) return refusal('UNTIL is no date, like 20261231.');
  // By the clock: the rule is followed as if there were no zone, and UNTIL is what the clock shows then.
  const local = write({ ...Object.fromEntries(parts), ...(until && { UNTIL: compact(until) }) });
  const found = expand(local, start);
  if (!found) return refusal('This is no rule that can be followed.');
  if (found.length > occurrencesMax) return refusal(`At most ${occurrencesMax} at once.`);
  if (found[0] !== start) {
    return refusal('The first date is none of the rule’s. Begin on one that is.', 'date');
  }
  const inUtc = until && compact(instantOf(until, zone).toString().replace('Z', ''));
  const kept = write({ ...Object.fromEntries(parts), ...(inUtc && { UNTIL: inUtc }) });
  return { rrule: kept, occurrences: found };
}

/** `FREQ=WEEKLY;COUNT=3` by its parts. */
function partsOf(rule: string): Map<string, string> {
  const pairs = rule.replace(/^RRULE:/, '').split(';');
  return new Map(
    pairs.filter(Boolean).map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, value];
    }),
  );
}

function whyNotRule(parts: Map<string, string>): Refused | null {
  if (!frequencies.includes(parts.get('FREQ') ?? '')) {
    return refusal(`FREQ must be one of ${frequencies.join(', ')}.`);
  }
  if (parts.has('COUNT') === parts.has('UNTIL')) {
    return refusal('Say when it ends: COUNT or UNTIL, one of them.');
  }
  const count = parts.get('COUNT') ?? '1';
  if (!/^[1-9]\d*$/.test(count)) return refusal('COUNT must be a number, 1 at least.');
  const fine = [...parts.keys()].find((name) => tooFine.test(name));
  return fine ? refusal(`${fine} can’t be used here.`) : null;
}

/** The last moment by the clock of the zone, `2026-12-31T23:59:59`; null when it is no date. */
function untilOf(until: string | undefined, zone: string): string | null | undefined {
  if (until === undefined) return undefined;
  const [, date, time, utc] = /^(\d{8})(?:T(\d{6})(Z?))?$/.exec(until) ?? [];
  if (!date) return null;
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time ?? '235959'}`);
    const meant = utc ? local.toZonedDateTime('UTC').withTimeZone(zone).toPlainDateTime() : local;
    return meant.toString();
  } catch {
    return null;
  }
}

/** Up to one more than may be; null when the rule can't be read or followed. */
function expand(rule: string, start: string): string[] | null {
  try {
    const dtstart = Temporal.PlainDateTime.from(start).toZonedDateTime('UTC');
    // The cap bounds rules that match next to nothing, like every 30 February.
    const limits = { maxIterations: 5_000, maxCandidateEvaluations: 50_000 };
    const found = new RRuleTemporal({ rruleString: rule, dtstart, ...limits, strict: true });
    const first = found.all((_, i) => i <= occurrencesMax);
    return first.map((at) =>
      Temporal.PlainDateTime.from(at.toPlainDateTime().toString()).toString({
        smallestUnit: 'second',
      }),
    );
  } catch {
    return null;
  }
}

function write(parts: Record<string, string>): string {
  return Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

/** `20261231T235959Z` of a local time or an instant's text. */
function compact(local: string): string {
  const at = Temporal.PlainDateTime.from(local).toString({ smallestUnit: 'second' });
  return `${at.replaceAll(/[-:]/g, '')}Z`;
}

function refusal(sentence: string, field = 'rrule'): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
