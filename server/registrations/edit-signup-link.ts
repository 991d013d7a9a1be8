import { editSignupLink as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { presentLink } from './present-link.ts';
import { getLink, lockLink, updateLink } from './signup-link-store.ts';

/** An admin gives a link another code, or another last day; a change of nothing is no event. */
export const editSignupLink = action(route, async (tx, { params, body, facts }) => {
  const link = found(await lockLink(tx, params.id));
  const { code = link.code, closes_on = link.closes_on } = body;
  const hasNewCode = code !== link.code;
  if (hasNewCode || closes_on !== link.closes_on) {
    await updateLink(tx, link.id, { code, closes_on });
    await record(tx, 'signup_link.updated', link.id, {
      ...{ roster: link.roster_id, roster_name: link.roster_name, closes_on },
      new_code: hasNewCode,
    });
  }
  return presentLink(tx, facts.url, found(await getLink(tx, link.id)));
});
