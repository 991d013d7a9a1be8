import { readPerson as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { personOf } from './lock-person-row.ts';
import { presentDetails } from './present-details.ts';

/** One person of the directory. */
export const readPerson = query(route, async (view, { params }) =>
  presentDetails(await personOf(view, params.id), view.by),
);
