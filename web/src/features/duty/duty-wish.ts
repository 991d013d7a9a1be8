import type { DutyType, SunEvent } from '../../../../contract/duty/duty-type.ts';

/** A duty as its form has it: both ways to say when, of which one counts. */
export type DutyWish = {
  name: string;
  by: 'clock' | 'sun';
  start_time: string;
  end_time: string;
  sun: { event: SunEvent; offset_minutes: number | string; minutes: number | string };
  people: number | string;
  colour: string;
  active: boolean;
};

/** Colours that are told apart by most people, in either theme. */
export const colours = [
  ...['#3b6fd4', '#2f8f5b', '#c07a12', '#b4453c', '#7a56b8', '#1d8a99', '#a04a8a', '#6b7280'],
];

export function wishOf(duty: DutyType | undefined, position: number): DutyWish {
  return {
    name: duty?.name ?? '',
    by: duty?.sun ? 'sun' : 'clock',
    start_time: duty?.start_time?.slice(0, 5) ?? '18:00',
    end_time: duty?.end_time?.slice(0, 5) ?? '19:00',
    sun: duty?.sun ?? { event: 'maghrib', offset_minutes: -15, minutes: 30 },
    people: duty?.people ?? 1,
    colour: duty?.colour ?? colours[position % colours.length] ?? '#3b6fd4',
    active: duty?.active ?? true,
  };
}

/** What the server is given: over midnight when the end is not after the start. */
export function bodyOf({ by, start_time, end_time, sun, ...wish }: DutyWish) {
  const time =
    by === 'clock'
      ? { start_time, end_time, overnight: end_time <= start_time }
      : {
          sun: {
            event: sun.event,
            offset_minutes: Number(sun.offset_minutes),
            minutes: Number(sun.minutes),
          },
        };
  return { ...wish, ...time, people: Number(wish.people), colour: wish.colour.toLowerCase() };
}
