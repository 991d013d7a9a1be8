import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sunEvents } from '../../contract/duty/duty-type.ts';
import { asrRules, highLatitudeRules, sunMethods } from '../../contract/sun/sun-place.ts';
import { datesBetween } from '../timeline/module.ts';
import { type SunPlace, sunTimes, whyNoSunTime } from './sun-times.ts';

const usual = { asrRule: 'standard', highLatitudeRule: 'middle_of_the_night' } as const;

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** Published times may be rounded, and computed for a point some streets away: two minutes. */
function expectNear(date: string, place: SunPlace, zone: string, published: string) {
  const times = sunTimes(date, place, zone);
  const ours = sunEvents.map((event) => times[event]?.minute ?? Number.NaN);
  const theirs = published.split(' ').map(minutesOf);
  const apart = ours.map((minute, n) => Math.abs(minute - (theirs[n] ?? Number.NaN)));
  expect(Math.max(...apart), `${ours.map(clock).join(' ')} for ${published}`).toBeLessThanOrEqual(
    2,
  );
}

describe('as published', () => {
  // http://www.ummulqura.org.sa, for 2016.
  test.each([
    ['2016-01-05', '05:39 06:59 12:26 15:32 17:53 19:23'],
    ['2016-03-05', '05:22 06:37 12:33 15:55 18:27 19:57'],
    ['2016-05-02', '04:27 05:48 12:18 15:39 18:47 20:17'],
    ['2016-07-08', '04:18 05:44 12:26 15:43 19:07 20:37'],
    ['2016-09-04', '04:48 06:04 12:20 15:45 18:34 20:04'],
    ['2016-12-04', '05:24 06:44 12:12 15:17 17:38 19:08'],
  ])('Makkah by Umm al-Qura, %s', (date, published) => {
    const place = { latitude: 21.427009, longitude: 39.828685, method: 'umm_al_qura' } as const;
    expectNear(date, { ...place, ...usual }, 'Asia/Riyadh', published);
  });

  // Diyanet by https://www.yenisafak.com/en/ankara-prayer-times-01.01.2019
  test.each([
    ['2019-01-01', '06:33 08:03 12:57 15:20 17:40 19:05'],
    ['2019-04-01', '05:01 06:27 12:58 16:31 19:19 20:39'],
    ['2019-07-01', '03:21 05:16 12:57 16:55 20:28 22:15'],
    ['2019-10-01', '05:14 06:37 12:44 16:02 18:40 19:58'],
  ])('Ankara by Diyanet, %s', (date, published) => {
    const place = { latitude: 39.939382, longitude: 32.819713, method: 'turkey' } as const;
    expectNear(date, { ...place, ...usual }, 'Europe/Istanbul', published);
  });

  // http://www.muis.gov.sg, for 2020.
  test.each([
    ['2020-01-01', '05:44 07:07 13:10 16:34 19:10 20:25'],
    ['2020-02-14', '05:58 07:17 13:20 16:39 19:22 20:32'],
    ['2020-03-22', '05:52 07:08 13:13 16:12 19:15 20:24'],
  ])('Singapore by MUIS, %s', (date, published) => {
    const place = { latitude: 1.3708, longitude: 103.8015, method: 'singapore' } as const;
    expectNear(date, { ...place, ...usual }, 'Asia/Singapore', published);
  });

  // http://www.islam.gov.qa, for 2016 (by the clock of Riyadh and Doha).
  test.each([
    ['2016-01-01', '04:58 06:19 11:37 14:35 16:56 18:26'],
    ['2016-07-01', '03:18 04:47 11:38 15:01 18:29 19:59'],
  ])('Doha by its ministry, %s', (date, published) => {
    const place = { latitude: 25.283897, longitude: 51.52877, method: 'qatar' } as const;
    expectNear(date, { ...place, ...usual }, 'Asia/Qatar', published);
  });
});

describe('every day from 2026 to 2027', () => {
  const days = datesBetween('2026-01-01', '2027-12-31');
  test.each([
    ['London', 51.5072, -0.1167, 'Europe/London'],
    ['Makkah', 21.427, 39.8287, 'Asia/Riyadh'],
    ['Mumbai', 19.076, 72.8777, 'Asia/Kolkata'],
    ['Santiago', -33.45, -70.66, 'America/Santiago'],
    ['Kiritimati, which keeps the date of the other side', 1.87, -157.36, 'Pacific/Kiritimati'],
    ['Apia', -13.83, -171.76, 'Pacific/Apia'],
  ])('%s: six moments, each after the one before, around noon', (_, latitude, longitude, zone) => {
    const place = { latitude, longitude, method: 'muslim_world_league', ...usual } as const;
    for (const date of days) {
      const times = sunTimes(date, place, zone);
      const moments = sunEvents.map((event) => times[event]);
      const instants = moments.map((one) => Temporal.Instant.from(one?.at ?? '').epochMilliseconds);
      expect(instants, date).toEqual([...new Set(instants)].sort((a, b) => a - b));
      const noon = times.dhuhr?.minute ?? 0;
      expect(noon, date).toBeGreaterThan(11 * 60);
      expect(noon, date).toBeLessThan(14.5 * 60);
    }
  });
});

test('in the nights when clocks change, the clock of the moment is told', () => {
  const place = { latitude: 51.5072, longitude: -0.1167, ...usual } as const;
  const at = (date: string) =>
    sunTimes(date, { ...place, method: 'muslim_world_league' }, 'Europe/London');
  for (const date of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25']) {
    for (const event of sunEvents) {
      const { minute = 0, at: instant = '' } = at(date)[event] ?? {};
      const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
      expect(clock(minute)).toBe(local.toPlainTime().toString({ smallestUnit: 'minute' }));
    }
  }
  // The sun does not care: an hour later by the clock, a minute or two by itself.
  const apart = (before: string, after: string) =>
    (at(after).sunrise?.minute ?? 0) - (at(before).sunrise?.minute ?? 0);
  expect(apart('2026-03-28', '2026-03-29')).toBeGreaterThan(55);
  expect(apart('2026-10-24', '2026-10-25')).toBeLessThan(-55);
});

test('in Ramadan the Umm al-Qura calendar has isha two hours after maghrib', () => {
  const place = { latitude: 21.427, longitude: 39.8287, method: 'umm_al_qura', ...usual } as const;
  const wait = (date: string) => {
    const { isha, maghrib } = sunTimes(date, place, 'Asia/Riyadh');
    return (isha?.minute ?? 0) - (maghrib?.minute ?? 0);
  };
  // 1 Ramadan 1448 is 8 February 2027.
  expect([wait('2027-02-07'), wait('2027-02-08'), wait('2027-03-08')]).toEqual([90, 120, 120]);
  expect(wait('2027-03-10')).toBe(90);
});

test('where nights are short isha may be past midnight, of the duty’s own date', () => {
  const place = { latitude: 60.17, longitude: 24.94, method: 'muslim_world_league' } as const;
  const rule = { ...usual, highLatitudeRule: 'middle_of_the_night' } as const;
  const { isha } = sunTimes('2026-06-21', { ...place, ...rule }, 'Europe/Helsinki');
  expect(isha?.minute).toBeGreaterThan(1440);
  expect(isha?.at.slice(0, 10)).toBe('2026-06-21');
});

test('where the sun does not set, or does not rise, there is no such time, and a sentence says so', () => {
  const place = { latitude: 69.65, longitude: 18.96, method: 'muslim_world_league' } as const;
  const tromso = { ...place, ...usual };
  const summer = sunTimes('2026-06-21', tromso, 'Europe/Oslo');
  expect(summer).toMatchObject({ fajr: null, sunrise: null, maghrib: null, isha: null });
  expect(summer.dhuhr).not.toBeNull();
  expect(sunTimes('2026-12-21', tromso, 'Europe/Oslo').sunrise).toBeNull();
  expect(whyNoSunTime('maghrib', '2026-06-21').detail).toBe(
    'At the place of the organisation there is no maghrib on 2026-06-21. Give the duty clock times.',
  );
});

test('anywhere, by any rule: what there is, is in order', () => {
  const places = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    method: fc.constantFrom(...sunMethods),
    asrRule: fc.constantFrom(...asrRules),
    highLatitudeRule: fc.constantFrom(...highLatitudeRules),
  });
  const dates = fc
    .integer({ min: 0, max: 1_500 })
    .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
  const zones = fc.constantFrom('UTC', 'Asia/Kolkata', 'Pacific/Kiritimati', 'America/St_Johns');
  fc.assert(
    fc.property(places, dates, zones, (place, date, zone) => {
      const times = sunTimes(date, place, zone);
      const told = sunEvents.flatMap((event) => times[event] ?? []).map(({ at }) => at);
      expect(told).toEqual([...new Set(told)].sort());
    }),
    { numRuns: 500 },
  );
});
