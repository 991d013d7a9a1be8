import { readFeed as route } from '../../contract/routes.ts';
import { query } from '../platform/action.ts';
import { getFeed } from './feed-store.ts';

/** Whether one's own shifts have a secret address; the address itself is known to nobody any more. */
export const readFeed = query(route, async (view) => {
  const feed = await getFeed(view);
  return { exists: feed !== undefined, made_at: feed?.made_at ?? null };
});
