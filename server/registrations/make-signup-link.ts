import { makeSignupLink as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { presentLink } from './present-link.ts';
import { getLink, getRosterOf, insertLink, newCode } from './signup-link-store.ts';

/** An admin makes a link with which anyone signs up for a roster. */
export const makeSignupLink = action(route, async (tx, { body, facts }) => {
  const roster = found(await getRosterOf(tx, body.roster));
  const { code = newCode(), closes_on: closesOn = null } = body;
  const id = await insertLink(tx, { roster: roster.id, code, closesOn });
  await record(tx, 'signup_link.made', id, {
    ...{ roster: roster.id, roster_name: roster.name, closes_on: closesOn },
  });
  return presentLink(tx, facts.url, found(await getLink(tx, id)));
});
