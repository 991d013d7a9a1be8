import './tables.ts';
import type { Module } from '../platform/module.ts';
import { editSunSettings } from './edit-sun-settings.ts';
import { listSunTimes } from './list-sun-times.ts';
import { readSunSettings } from './read-sun-settings.ts';

export { findSunPlace } from './place-store.ts';
export { type SunTimes, sunTimes, whyNoSunTime } from './sun-times.ts';

/** When the sun rises, sets and stands where, at the place of an organisation. */
export const sun: Module = {
  name: 'sun',
  endpoints: [readSunSettings, editSunSettings, listSunTimes],
};
