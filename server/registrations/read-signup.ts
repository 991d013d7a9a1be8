import { readSignup as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { openSignup } from './open-signup.ts';

/** What the page shows that a sign-up link leads to. */
export const readSignup = publicCall(route, async ({ app, facts, params }) => {
  const { tenant, locale, roster, duties, closesOn, closed } = await openSignup(
    app,
    facts,
    params.code,
  );
  const { name, start_date, end_date } = roster;
  return {
    organisation_name: tenant.name,
    language: locale,
    time_zone: tenant.timeZone,
    roster: { name, start_date, end_date },
    duty_types: duties.map((duty) => ({
      ...{ id: duty.id, name: duty.name, start_time: duty.start_time, end_time: duty.end_time },
      ...{ sun: duty.sun_event, colour: duty.colour },
    })),
    closes_on: closesOn,
    is_open: closed === null,
  };
});
