import {
  CalculationMethod,
  type CalculationParameters,
  Coordinates,
  HighLatitudeRule,
  Madhab,
  PrayerTimes,
} from 'adhan';
import { secondDateOf } from '../../contract/calendar/second-calendar.ts';
import { type SunEvent, sunEvents } from '../../contract/duty/duty-type.ts';
import type { AsrRule, HighLatitudeRule as Rule, SunMethod } from '../../contract/sun/sun-place.ts';
import type { Refused } from '../platform/problem.ts';
import { addDays, dateAt } from '../timeline/module.ts';

/** Where the sun is seen, and by which rules its times are computed. */
export type SunPlace = {
  /** Degrees; north and east are positive. */
  latitude: number;
  longitude: number;
  method: SunMethod;
  asrRule: AsrRule;
  highLatitudeRule: Rule;
};

/** A moment: the instant, and the wall-clock minutes since midnight of the date, 1440 and more past the next. */
export type SunMoment = { at: string; minute: number };
export type SunTimes = Readonly<Record<SunEvent, SunMoment | null>>;

/**
 * The times of the sun on a date of the zone, to the minute, each after the one before. Null is what
 * there is not: no sunrise where the sun does not set, no fajr in a night that is too short for one.
 */
export function sunTimes(date: string, place: SunPlace, zone: string): SunTimes {
  const { fajr, sunrise, dhuhr, asr, maghrib, isha } = instantsOn(date, place, zone);
  const kept = {
    ...{ sunrise: between(null, sunrise, dhuhr), dhuhr, asr: between(dhuhr, asr, maghrib) },
    ...{ fajr: sunrise && between(null, fajr, sunrise), maghrib: between(dhuhr, maghrib, null) },
    isha: maghrib && between(maghrib, isha, null),
  };
  const times = sunEvents.map((event) => {
    const at = kept[event];
    return [event, at && { at: at.toString(), minute: minuteOn(date, at, zone) }];
  });
  return Object.fromEntries(times) as SunTimes;
}

type Moment = Temporal.Instant | null;

function between(after: Moment, at: Moment, before: Moment): Moment {
  if (!at || (after && !isBefore(after, at)) || (before && !isBefore(at, before))) return null;
  return at;
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

/** Why there is no such time, in a sentence that says what to do. */
export function whyNoSunTime(event: SunEvent, date: string): Refused {
  return {
    code: 'sun_unknown',
    detail: `At the place of the organisation there is no ${event} on ${date}. Give the duty clock times.`,
    facts: { event, date },
  };
}

type Instants = Record<SunEvent, Moment>;

/**
 * `adhan` takes the date of the place's own meridian; a zone that keeps another date (Kiritimati) is
 * asked for the one whose noon falls on the date that is meant.
 */
function instantsOn(date: string, place: SunPlace, zone: string): Instants {
  for (const days of [0, -1, 1]) {
    const instants = computeInstants(addDays(date, days), place);
    if (instants.dhuhr && dateAt(instants.dhuhr, zone) === date) return instants;
  }
  return computeInstants(date, place);
}

function computeInstants(date: string, place: SunPlace): Instants {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // It reads year, month and day by the clock of this machine: at noon they are right in every zone.
  const noon = new Date(year, month - 1, day, 12);
  const coordinates = new Coordinates(place.latitude, place.longitude);
  const times = new PrayerTimes(coordinates, noon, parametersOf(date, place, coordinates));
  return Object.fromEntries(
    sunEvents.map((event) => [event, instantOf(times[event])]),
  ) as unknown as Instants;
}

function instantOf(at: Date): Moment {
  const ms = at.getTime();
  return Number.isNaN(ms) ? null : Temporal.Instant.fromEpochMilliseconds(ms);
}

const methods: Record<SunMethod, () => CalculationParameters> = {
  muslim_world_league: CalculationMethod.MuslimWorldLeague,
  umm_al_qura: CalculationMethod.UmmAlQura,
  egyptian: CalculationMethod.Egyptian,
  karachi: CalculationMethod.Karachi,
  north_america: CalculationMethod.NorthAmerica,
  moonsighting_committee: CalculationMethod.MoonsightingCommittee,
  dubai: CalculationMethod.Dubai,
  kuwait: CalculationMethod.Kuwait,
  qatar: CalculationMethod.Qatar,
  singapore: CalculationMethod.Singapore,
  tehran: CalculationMethod.Tehran,
  turkey: CalculationMethod.Turkey,
};

const rules: Record<Rule, (coordinates: Coordinates) => CalculationParameters['highLatitudeRule']> =
  {
    // As adhan recommends it, in the south too.
    recommended: ({ latitude }) =>
      HighLatitudeRule.recommended(new Coordinates(Math.abs(latitude), 0)),
    middle_of_the_night: () => HighLatitudeRule.MiddleOfTheNight,
    seventh_of_the_night: () => HighLatitudeRule.SeventhOfTheNight,
    twilight_angle: () => HighLatitudeRule.TwilightAngle,
  };

const ramadan = 9;

function parametersOf(
  date: string,
  { method, asrRule, highLatitudeRule }: SunPlace,
  coordinates: Coordinates,
): CalculationParameters {
  const parameters = methods[method]();
  parameters.madhab = asrRule === 'hanafi' ? Madhab.Hanafi : Madhab.Shafi;
  parameters.highLatitudeRule = rules[highLatitudeRule](coordinates);
  // The Umm al-Qura calendar has isha two hours after maghrib in Ramadan, else one and a half.
  const calendar = { calendar: 'umm_al_qura', offsetDays: 0 } as const;
  const isRamadan = secondDateOf(date, calendar)?.month === ramadan;
  if (method === 'umm_al_qura' && isRamadan) parameters.ishaInterval = 120;
  return parameters;
}

function minuteOn(date: string, at: Temporal.Instant, zone: string): number {
  const local = at.toZonedDateTimeISO(zone);
  const days = Temporal.PlainDate.from(date).until(local.toPlainDate()).days;
  return days * 1440 + local.hour * 60 + local.minute;
}
