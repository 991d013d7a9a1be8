import { createHash } from 'node:crypto';
import { fetchFeed as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import { Content } from '../platform/content.ts';
import { found } from '../platform/problem.ts';
import type { Tenant } from '../platform/scope.ts';
import { readTenantToken } from '../platform/tenant-token.ts';
import { countTry, networkOf } from '../platform/throttle.ts';
import { findFeedEntries, findFeedOwner } from './feed-store.ts';
import { writeFeed } from './write-feed.ts';

const minutes = 10;

/**
 * A person's shifts and duties as an iCalendar file, for whoever has the secret address. 404 when the address
 * is unknown or revoked, or its person shut out. The same shifts are the same bytes, so that a
 * program that comes back with their tag gets 304. 429 for who asks far more often than programs do.
 */
export const fetchFeed = publicCall(route, async ({ app, params, facts }) => {
  const token = found(readTenantToken(params.token) ?? undefined);
  // Large providers read the feeds of many people from one address.
  await countTry(app, [{ of: `feeds from ${networkOf(facts.address)}`, most: 600, minutes }]);
  // Who the tenant is, the address says; what it is called, the look-up.
  const tenant: Tenant = { id: token.organisationId, name: '', slug: '', timeZone: 'UTC' };
  const owner = found(await read(app, tenant, (scope) => findFeedOwner(scope, token.hash)));
  // One person's programs on several devices, each every few minutes. Between the reads, not in one:
  // it takes a connection of its own.
  await countTry(app, [{ of: `feed ${token.hash.toString('hex')}`, most: 60, minutes }]);
  return read(app, tenant, async (scope) => {
    const entries = await findFeedEntries(scope, owner.person_id, owner.time_zone);
    const text = writeFeed(entries, owner.organisation_name, owner.time_zone);
    return new Content('text/calendar; charset=utf-8', text, {
      'Cache-Control': 'private, no-cache',
      'Content-Disposition': 'inline; filename="callboard.ics"',
      ETag: `"${createHash('sha256').update(text).digest('base64url')}"`,
    });
  });
});
