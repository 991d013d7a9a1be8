import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SunOf } from './duty-span.ts';
import { spanOfDuty } from './duty-span.ts';

const clock = (start_time: string, end_time: string, overnight = end_time <= start_time) => ({
  ...{ name: 'Night', start_time, end_time, overnight },
  ...{ sun_event: null, sun_offset_minutes: null, sun_minutes: null },
});
const sun = (sun_offset_minutes: number, sun_minutes: number) => ({
  ...{ name: 'Azaan', start_time: null, end_time: null, overnight: null },
  ...{ sun_event: 'maghrib' as const, sun_offset_minutes, sun_minutes },
});
const noSun: SunOf = () => ({ code: 'sun_unknown', detail: 'No place.' });
const sunAt =
  (instant: string): SunOf =>
  () =>
    Temporal.Instant.from(instant);

describe('by the clock', () => {
  test.each([
    ['over midnight', '22:00:00', '06:00:00', '2026-12-31', 480, '2027-01-01T06:00:00Z'],
    [
      'the night that is an hour shorter',
      '22:00:00',
      '06:00:00',
      '2027-03-27',
      420,
      '2027-03-28T05:00:00Z',
    ],
    [
      'the night that is an hour longer',
      '22:00:00',
      '06:00:00',
      '2026-10-24',
      540,
      '2026-10-25T06:00:00Z',
    ],
    ['29 February', '22:00:00', '02:00:00', '2028-02-29', 240, '2028-03-01T02:00:00Z'],
    ['into 29 February', '22:00:00', '02:00:00', '2028-02-28', 240, '2028-02-29T02:00:00Z'],
    ['week 53', '09:00:00', '10:00:00', '2026-12-31', 60, '2026-12-31T10:00:00Z'],
    ['a whole day', '08:00:00', '08:00:00', '2026-12-01', 1_440, '2026-12-02T08:00:00Z'],
  ])('%s', (_, start, end, date, minutes, endsAt) => {
    const span = spanOfDuty(clock(start, end), date, 'Europe/London', noSun);
    expect(span).toMatchObject({ minutes, endsAt, date });
  });

  test('a time that spring skips is refused, naming the duty; one that autumn repeats is the earlier', () => {
    expect(spanOfDuty(clock('01:30:00', '03:00:00'), '2027-03-28', 'Europe/London', noSun)).toEqual(
      {
        code: 'nonexistent_local_time',
        detail: 'Night: 01:30 does not exist on 2027-03-28: the clocks go forward.',
      },
    );
    const twice = spanOfDuty(clock('01:30:00', '03:00:00'), '2026-10-25', 'Europe/London', noSun);
    expect(twice).toMatchObject({ startsAt: '2026-10-25T00:30:00Z', minutes: 150 });
  });
});

describe('by the sun', () => {
  test('so many minutes after or before the event, so long; overnight by the clocks of the zone', () => {
    expect(
      spanOfDuty(sun(-10, 25), '2026-12-01', 'Europe/London', sunAt('2026-12-01T15:53:40Z')),
    ).toMatchObject({
      ...{ startsAt: '2026-12-01T15:44:00Z', endsAt: '2026-12-01T16:09:00Z' },
      ...{ startTime: '15:44:00', endTime: '16:09:00', overnight: false, minutes: 25 },
    });
    expect(
      spanOfDuty(sun(5, 30), '2026-06-21', 'Europe/London', sunAt('2026-06-21T22:50:00Z')),
    ).toMatchObject({
      ...{ localStart: '2026-06-21T23:55:00', localEnd: '2026-06-22T00:25:00', overnight: true },
    });
  });

  test('where it is not known, why', () => {
    expect(spanOfDuty(sun(0, 10), '2026-06-21', 'Europe/London', noSun)).toEqual({
      code: 'sun_unknown',
      detail: 'Azaan: No place.',
    });
  });

  test('lasts as long as it says whatever clocks do, and its wall clock is that of its instants', () => {
    const at = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2028-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      'Europe/London',
      'Asia/Kolkata',
      'America/Santiago',
      'Pacific/Apia',
    );
    const shape = { at, zone: zones, offset: fc.integer({ min: -720, max: 720 }) };
    fc.assert(
      fc.property(fc.record({ ...shape, minutes: fc.integer({ min: 1, max: 1_440 }) }), (drawn) => {
        const instant = drawn.at.toISOString();
        const date = Temporal.Instant.from(instant).toZonedDateTimeISO(drawn.zone).toPlainDate();
        const type = sun(drawn.offset, drawn.minutes);
        const span = spanOfDuty(type, date.toString(), drawn.zone, sunAt(instant));
        if ('code' in span) throw new Error(span.detail);
        const [from, until] = [span.startsAt, span.endsAt].map((one) => Temporal.Instant.from(one));
        expect(from?.until(until as Temporal.Instant).total('minutes')).toBe(drawn.minutes);
        expect(from?.epochMilliseconds).toSatisfy((ms: number) => ms % 60_000 === 0);
        const local = from?.toZonedDateTimeISO(drawn.zone).toPlainDateTime();
        expect(span.localStart).toBe(local?.toString({ smallestUnit: 'second' }));
      }),
    );
  });
});
