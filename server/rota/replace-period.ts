import { replacePeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { changePeriod } from './change-period.ts';

/** The same as editing a period, for clients that send all of it. */
export const replacePeriod = action(route, (tx, { params, body, facts }) =>
  changePeriod(tx, params.id, body, facts.ifMatch),
);
