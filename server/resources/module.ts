import './tables.ts';
import type { Module } from '../platform/module.ts';
import { addPrimeTime } from './add-prime-time.ts';
import { addResource } from './add-resource.ts';
import { deletePrimeTime } from './delete-prime-time.ts';
import { deleteResource } from './delete-resource.ts';
import { editBookingSettings } from './edit-booking-settings.ts';
import { editPrimeTime } from './edit-prime-time.ts';
import { editResource } from './edit-resource.ts';
import { listPrimeTimes } from './list-prime-times.ts';
import { listResources } from './list-resources.ts';
import { readBookingSettings } from './read-booking-settings.ts';
import { readPrimeTime } from './read-prime-time.ts';
import { readResource } from './read-resource.ts';
import { liveResource, liveSettings } from './resource-event.ts';
import { getResource } from './resource-store.ts';

export { foundResource } from './found-resource.ts';
export { ownSettingsOf, priceOf } from './present-resource.ts';
export { primeTimeName, primeWindowOf, type Ruled } from './prime-time.ts';
export { getResource, insertResource, lockResource, type ResourceRow } from './resource-store.ts';
export { endMinuteOf, settingsFor } from './settings.ts';
export { getSettings } from './settings-store.ts';

/** What can be booked, and how: resources, settings, prime times. */
export const resources: Module = {
  name: 'resources',
  endpoints: [
    ...[listResources, addResource, readResource, editResource, deleteResource],
    ...[readBookingSettings, editBookingSettings],
    ...[listPrimeTimes, addPrimeTime, readPrimeTime, editPrimeTime, deletePrimeTime],
  ],
  live: {
    'resource.created': liveResource,
    'resource.updated': liveResource,
    'resource.deleted': liveResource,
    'booking_settings.updated': liveSettings,
  },
  topics: {
    resource: async (view, id) =>
      /^[0-9a-f-]{36}$/.test(id) && (await getResource(view, id)) !== undefined,
  },
};
