import './tables.ts';
import type { Module } from '../platform/module.ts';

export { changeHolders } from './change-holders.ts';
export { claim, type Holder } from './claim.ts';
export { claimAll, releaseAll } from './claim-all.ts';
export { hourLengths } from './clock-hours.ts';
export {
  countCommitmentsAhead,
  lockHolders,
  makeFirm,
  move,
  release,
  releaseRunOut,
} from './commitment-store.ts';
export { type DailySpan, endOfDailySpan } from './daily-span.ts';
export { type Clash, findClashes, findFree, isLive, nameOfSource } from './find-commitments.ts';
export { entryTimes, newCalendar, plain } from './icalendar.ts';
export * from './time.ts';
export * from './wall-minutes.ts';
export { wallStretches } from './wall-stretches.ts';

/** Who is where, when, whatever system put them there. */
export const timeline: Module = { name: 'timeline', endpoints: [] };
