import type { SunTime } from '../../contract/duty/duty-type.ts';
import type { Refused } from '../platform/problem.ts';
import { withSeconds } from '../timeline/module.ts';
import type { DutyTypeFields } from './duty-type-store.ts';

/** When a duty is done, as a call says it: clock times or the sun, not both. */
export type SaidTime = {
  start_time?: string;
  end_time?: string;
  overnight?: boolean;
  sun?: SunTime;
};

/** The same as it is stored. */
export type StoredTime = Pick<
  DutyTypeFields,
  'start_time' | 'end_time' | 'overnight' | 'sun_event' | 'sun_offset_minutes' | 'sun_minutes'
>;

/** When a duty is done, from what a call says; 400 naming the field. */
export function timeOf(said: SaidTime): StoredTime | Refused {
  if (said.sun) {
    const clock = (['start_time', 'end_time', 'overnight'] as const).find(
      (field) => said[field] !== undefined,
    );
    if (clock) return wrong(clock, 'A duty follows the clock or the sun, not both.');
    const { event, offset_minutes, minutes } = said.sun;
    return {
      ...{ start_time: null, end_time: null, overnight: null },
      ...{ sun_event: event, sun_offset_minutes: offset_minutes, sun_minutes: minutes },
    };
  }
  if (!said.start_time) return wrong('start_time', 'Say when it begins, or by which sun.');
  if (!said.end_time) return wrong('end_time', 'Say when it ends.');
  const [start_time, end_time] = [withSeconds(said.start_time), withSeconds(said.end_time)];
  const overnight = said.overnight ?? end_time <= start_time;
  if (!overnight && end_time <= start_time) {
    return wrong('end_time', 'End must be after start. For the next day, set overnight.');
  }
  if (overnight && end_time > start_time) {
    return wrong('end_time', 'A duty lasts 24 hours at most.');
  }
  return {
    ...{ start_time, end_time, overnight },
    ...{ sun_event: null, sun_offset_minutes: null, sun_minutes: null },
  };
}

/** A change of the time of a duty: fields that are not said stay, unless clock becomes sun or sun clock. */
export function changedTime(before: StoredTime, said: SaidTime): StoredTime | Refused {
  const { start_time, end_time, overnight, sun } = said;
  const isSaid = [start_time, end_time, overnight, sun].some((field) => field !== undefined);
  if (!isSaid) return storedTime(before);
  if (sun || before.sun_event !== null) return timeOf(said);
  return timeOf({
    start_time: start_time ?? before.start_time ?? '',
    end_time: end_time ?? before.end_time ?? '',
    // An end before the start is the next day's, unless something else is said.
    ...(overnight !== undefined && { overnight }),
  });
}

function storedTime(row: StoredTime): StoredTime {
  const { start_time, end_time, overnight, sun_event, sun_offset_minutes, sun_minutes } = row;
  return { start_time, end_time, overnight, sun_event, sun_offset_minutes, sun_minutes };
}

function wrong(field: string, sentence: string): Refused {
  return {
    code: 'invalid',
    status: 400,
    detail: `${field}: ${sentence}`,
    facts: { errors: { [field]: [sentence] } },
  };
}

/** Colours that follow one another where none was chosen; all can be read with white text on them. */
export const colours = [
  ...['#3a4fd0', '#0b7285', '#2b8a3e', '#a8410f', '#862e9c', '#a61e4d'],
  ...['#5f3dc4', '#495057'],
] as const;

/** Whoever is assigned ahead stands in the way of another time, and of fewer people. */
export function whyInUse(
  before: DutyTypeFields,
  after: DutyTypeFields,
  ahead: readonly { date: string; person_name: string; seat: number }[],
): Refused | null {
  const times = (
    [
      'start_time',
      'end_time',
      'overnight',
      'sun_event',
      'sun_offset_minutes',
      'sun_minutes',
    ] as const
  ).some((field) => before[field] !== after[field]);
  const inTheWay = times ? ahead : ahead.filter(({ seat }) => seat > after.people);
  if (inTheWay.length === 0) return null;
  const what = times ? 'Its time would change for' : 'There would be no place for';
  return {
    code: 'duty_type_in_use',
    detail: `${what} ${namesOf(inTheWay)}. Unlock these first, or make another duty.`,
    facts: { assignments: inTheWay.slice(0, listedMax) },
  };
}

const namedMax = 5;
const listedMax = 100;

/** `Cleo Marsh on 2026-12-01; … and 3 more`. */
export function namesOf(standing: readonly { date: string; person_name: string }[]): string {
  const named = standing.slice(0, namedMax).map((one) => `${one.person_name} on ${one.date}`);
  const more = standing.length - named.length;
  return named.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
