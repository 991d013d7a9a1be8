import { editPeriod as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { changePeriod } from './change-period.ts';

/** An admin changes a period's name, dates, seats or lock. */
export const editPeriod = action(route, (tx, { params, body, facts }) =>
  changePeriod(tx, params.id, body, facts.ifMatch),
);
