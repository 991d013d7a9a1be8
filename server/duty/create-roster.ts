import { createRoster as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, refuseIf } from '../platform/problem.ts';
import { activeDutyTypes, makeRoster, namedDutyTypes } from './make-roster.ts';
import { presentRoster } from './present-roster.ts';
import { whyNoDates } from './roster.ts';
import { getRoster } from './roster-store.ts';

/** An admin makes a roster: a span of dates with its duties. */
export const createRoster = action(route, async (tx, { body }) => {
  refuseIf(whyNoDates(body));
  const { name, start_date, end_date, second_calendar = true } = body;
  const dutyTypes = body.duty_types
    ? await namedDutyTypes(tx, body.duty_types)
    : await activeDutyTypes(tx);

  const id = await makeRoster(tx, { name, start_date, end_date, second_calendar }, dutyTypes);
  return presentRoster(tx, found(await getRoster(tx, id)));
});
