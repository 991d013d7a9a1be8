import './tables.ts';
import type { Module } from '../platform/module.ts';
import type { Read } from '../platform/scope.ts';
import { liveAbsence } from './absence-event.ts';
import { letterSamples, letters } from './absence-letters.ts';
import { addAbsence } from './add-absence.ts';
import { findSaid } from './availability-store.ts';
import { cancelAbsence } from './cancel-absence.ts';
import { listAbsences } from './list-absences.ts';
import { listFree } from './list-free.ts';
import { readAvailability } from './read-availability.ts';
import { setAvailability } from './set-availability.ts';
import { type Stretch, saysOf } from './weekly-hours.ts';

/** What everyone says of their usual week: true, false or (undefined) nothing, for stretches of epoch milliseconds. */
export async function findAvailability(
  read: Read,
): Promise<(personId: string, need: { stretches: readonly Stretch[] }) => boolean | undefined> {
  const said = await findSaid(read);
  return (personId, { stretches }) => saysOf(said.get(personId) ?? [], stretches);
}

/** When people are away, and when in a usual week they can be on. */
export const availability: Module = {
  name: 'availability',
  endpoints: [
    ...[addAbsence, listAbsences, cancelAbsence],
    ...[readAvailability, setAvailability, listFree],
  ],
  live: { 'absence.added': liveAbsence, 'absence.cancelled': liveAbsence },
  templates: letters,
  samples: letterSamples,
};
