import { readBookingSettings as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { getSettings } from './settings-store.ts';

/** How the organisation takes reservations. */
export const readBookingSettings = query(route, (view) => getSettings(view));
