import { autoFill as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { invalid } from '../platform/problem.ts';
import { findHelpers } from './find-helpers.ts';
import { findOpenPlaces } from './find-open-places.ts';
import { presentProposal } from './present-proposal.ts';
import { propose } from './propose.ts';

const most = 1_000;

/**
 * Proposes who could have the open places of a roster that are still ahead; nothing is written. Chosen
 * from are the people named, else those whose registration was accepted, else, where there is none,
 * everyone active.
 */
export const autoFill = query(route, async (view, { body }) => {
  const places = await findOpenPlaces(view, body);
  const { slots } = places;
  if (slots.length > most) {
    throw invalid({ end_date: [`${slots.length} places are open: at most ${most} at once.`] });
  }
  const helpers = await findHelpers(view, places, body.people);
  return presentProposal(places, propose(slots, helpers), view.tenant.timeZone);
});
