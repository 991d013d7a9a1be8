import { readOrganisation as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { presentSettings } from './present-settings.ts';
import { getSettings } from './settings-store.ts';

/** The organisation with its settings. */
export const readOrganisation = query(route, async (view) =>
  presentSettings(view, await getSettings(view)),
);
