import type { BookingSettings } from '../../contract/resources/booking-settings.ts';
import type { OwnSettings } from '../../contract/resources/own-settings.ts';
import type { Refused } from '../platform/problem.ts';
import { minuteOf, withSeconds } from '../timeline/module.ts';

/** How reservations are taken until an organisation says otherwise. */
export const usualSettings: BookingSettings = {
  business_start_time: '07:00:00',
  business_end_time: '19:00:00',
  slot_duration_minutes: 60,
  send_confirmation_emails: true,
  days_ahead_max: 365,
  stay_minutes_min: 5,
  stay_minutes_max: 720,
  live_reservations_max: null,
  weekly_hours_max: null,
  hold_hours: 48,
};

/** The names of all settings. */
export const settingNames = Object.keys(usualSettings) as (keyof BookingSettings)[];

/** A resource without settings of its own. */
export const noOwnSettings = Object.fromEntries(
  settingNames.map((name) => [name, null]),
) as OwnSettings;

/** The settings that hold for a resource: its own, else the organisation's. */
export function settingsFor(own: OwnSettings, organisation: BookingSettings): BookingSettings {
  const holds = settingNames.map((name) => [name, own[name] ?? organisation[name]]);
  return Object.fromEntries(holds) as BookingSettings;
}

/** Settings after a change: what is not named stays. Times get their seconds. */
export function changed<T extends OwnSettings | BookingSettings>(before: T, change: Partial<T>): T {
  const named = settingNames
    .filter((name) => change[name] !== undefined)
    .map((name) => {
      const value = change[name];
      return [name, name.endsWith('_time') && value ? withSeconds(value as string) : value];
    });
  return { ...before, ...Object.fromEntries(named) };
}

/** The minute of the day at which a span ends: 00:00 is the midnight that ends it. */
export function endMinuteOf(time: string): number {
  return minuteOf(time) || 1_440;
}

/** Settings that contradict each other are 400 with the field; `of` says whose, where it is not obvious. */
export function whyContradictory(settings: BookingSettings, of = ''): Refused | null {
  const { stay_minutes_min: least, stay_minutes_max: most, slot_duration_minutes: slot } = settings;
  const day = endMinuteOf(settings.business_end_time) - minuteOf(settings.business_start_time);
  if (day <= 0) return invalid('business_end_time', `Must be after the start.${of}`);
  if (most < least)
    return invalid('stay_minutes_max', `Not less than the shortest stay (${least}).${of}`);
  if (slot > day) {
    return invalid('slot_duration_minutes', `No slot of ${slot} minutes fits the hours.${of}`);
  }
  if (slot < least || slot > most) {
    const sentence = `A slot must be a stay that is allowed: ${least} to ${most} minutes.${of}`;
    return invalid('slot_duration_minutes', sentence);
  }
  return null;
}

function invalid(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}
