import type { SecondDate } from './second-calendar.ts';

// The Misri calendar by its own rule: months of 30 and 29 days in turn; the last month has 30 in these
// years of a cycle of 30; 1 Muharram of year 1 is Thursday 15 July 622 (Julian). Leap years and epoch as
// http://historycal.org/dev/man/defs/if.htm has them, and the community's own calendar programs
// (mygulamali/mumineen_calendar_js: 25 March 2011 is 20 Rabi al-Akhar 1432).
const leapYears = [2, 5, 8, 10, 13, 16, 19, 21, 24, 27, 29];
const daysOfCycle = 10_631;
/** 18 July 622 of the Gregorian calendar, in days since 1 January 1970. */
const firstDay = -492_149;

/** Days of a cycle before each of its years, and after the last. */
const daysBefore = Array.from(
  { length: 31 },
  (_, years) => years * 354 + leapYears.filter((leap) => leap <= years).length,
);

/** The Misri date of a day, counted from 1 January 1970. */
export function misriDateOf(dayNumber: number): SecondDate {
  const days = dayNumber - firstDay;
  const cycle = Math.floor(days / daysOfCycle);
  const inCycle = days - cycle * daysOfCycle;
  const years = daysBefore.findLastIndex((before) => before <= inCycle);
  const inYear = inCycle - (daysBefore[years] ?? 0);
  // Two months are 59 days; the 355th day of a leap year is still of the twelfth month.
  const month = Math.min(11, Math.floor((inYear * 2) / 59));
  const monthsDays = Math.ceil((month * 59) / 2);
  return { year: cycle * 30 + years + 1, month: month + 1, day: inYear - monthsDays + 1 };
}
