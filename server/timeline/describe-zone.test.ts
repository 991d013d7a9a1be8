import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { isRepeated } from './clock-hours.ts';
import { describeZone } from './describe-zone.ts';

const from = Temporal.Instant.from('2026-09-21T00:00:00Z');
const until = Temporal.Instant.from('2027-12-25T00:00:00Z');

test.each([
  'Europe/London',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
])('%s, as another program reads it: every half hour is the instant it is here', (zone) => {
  const component = new ICAL.Component(ICAL.parse(describeZone(zone, from, until)));
  const read = new ICAL.Timezone(component);
  expect(read.tzid).toBe(zone);
  const wrong: string[] = [];
  for (let at = from; Temporal.Instant.compare(at, until) < 0; at = at.add({ minutes: 30 })) {
    const here = at.toZonedDateTimeISO(zone);
    const local = here.toPlainDateTime();
    // Programs disagree about times that come twice.
    if (isRepeated(here)) continue;
    const fields = { year: local.year, month: local.month, day: local.day };
    const time = new ICAL.Time({ ...fields, hour: local.hour, minute: local.minute }, read);
    if (time.toUnixTime() * 1_000 !== at.epochMilliseconds) wrong.push(here.toString());
  }
  expect(wrong).toEqual([]);
});
