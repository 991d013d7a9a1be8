import { makeFeed as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { record } from '../platform/journal.ts';
import { newTenantToken, readTenantToken } from '../platform/tenant-token.ts';
import { upsertFeed } from './feed-store.ts';

/** Makes the secret address of one's own shifts, or a new one: the old one is dead at once. */
export const makeFeed = action(route, async (tx, { facts }) => {
  const token = newTenantToken(tx.tenant.id);
  const { hash } = readTenantToken(token) ?? {};
  if (!hash) throw new Error('a new token can be read');
  const renewed = await upsertFeed(tx, hash);
  await record(tx, 'calendar_feed.made', tx.by.personId, { renewed });
  return { url: `${facts.url}/api/calendar/feeds/${token}.ics`, made_at: tx.now.toString() };
});
