import { may } from '../../contract/identity/permissions.ts';
import { readSunSettings as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { getSunRow } from './place-store.ts';

/** Where the organisation sees the sun. */
export const readSunSettings = query(route, async (view) => ({
  ...(await getSunRow(view)),
  can: { change: may(view.by, 'organisation.change') },
}));
