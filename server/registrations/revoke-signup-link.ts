import { revokeSignupLink as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { lockLink, updateLink } from './signup-link-store.ts';

/** An admin revokes a link: it leads nowhere any more. */
export const revokeSignupLink = action(route, async (tx, { params }) => {
  const link = found(await lockLink(tx, params.id));
  await updateLink(tx, link.id, { revoked_at: tx.now.toString() });
  await record(tx, 'signup_link.revoked', link.id, {
    ...{ roster: link.roster_id, roster_name: link.roster_name },
  });
  return { message: 'The link leads nowhere any more.' };
});
