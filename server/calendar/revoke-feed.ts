import { revokeFeed as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { found } from '../platform/problem.ts';
import { deleteFeed } from './feed-store.ts';

/** Revokes the secret address of one's own shifts. */
export const revokeFeed = action(route, async (tx) => {
  const feed = found(await deleteFeed(tx));
  await record(tx, 'calendar_feed.revoked', tx.by.personId, { made_at: feed.made_at });
  return { message: 'The address no longer works.' };
});
