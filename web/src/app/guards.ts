import { notFound, redirect } from '@tanstack/react-router';
import type { Permission } from '../../../contract/identity/permissions.ts';
import { readSetup } from '../../../contract/identity/read-setup.ts';
import { readTimesIn } from '../lib/format.ts';
import { speakTo } from '../lib/i18n.ts';
import { queryClient, queryOf } from '../lib/query.ts';
import { accessToken, refreshSession } from '../lib/session.ts';
import { meQuery } from '../lib/use-me.ts';
import { organisationQuery } from '../lib/use-organisation.ts';

/** Whether someone is logged in, after trying the cookie once. */
export async function isLoggedIn(): Promise<boolean> {
  return accessToken() !== undefined || refreshSession();
}

/** For pages of the app: without a session on to the log-in, or to the welcome of a fresh install. */
export async function requireSession(location: { href: string }): Promise<void> {
  if (await isLoggedIn()) {
    const [me, settings] = await Promise.all([
      queryClient.ensureQueryData(meQuery),
      queryClient.ensureQueryData(organisationQuery).catch(() => undefined),
    ]);
    readTimesIn(me.organisation.time_zone);
    return speakTo(me.language, settings?.locale);
  }
  const setup = await queryClient.ensureQueryData(queryOf(readSetup, {}));
  if (setup.empty) throw redirect({ to: '/welcome' });
  throw redirect({
    to: '/login',
    search: { next: location.href === '/' ? undefined : location.href },
  });
}

/** For pages that need more than a log-in: to whoever lacks the permission they do not exist. */
export function requirePermission(permission: Permission): void {
  const me = queryClient.getQueryData(meQuery.queryKey);
  if (!me?.permissions.includes(permission)) throw notFound();
}

/** For the pages of who operates the instance. */
export function requireOperator(): void {
  if (!queryClient.getQueryData(meQuery.queryKey)?.is_operator) throw notFound();
}

/** For the page that everyone begins at: where the rota is switched off they begin elsewhere. */
export function requireRota(): void {
  const me = queryClient.getQueryData(meQuery.queryKey);
  if (me?.permissions.includes('calendar.read')) return;
  throw redirect({
    to: me?.permissions.includes('reservation.read') ? '/booking/calendar' : '/organisations',
  });
}

/** For the pages at the door: who is logged in already is let through. */
export async function skipWhenLoggedIn(next?: string): Promise<void> {
  if (await isLoggedIn()) throw redirect({ href: isLocalPath(next) ? next : '/calendar' });
}

/** Only a path of this app: a `next` from a link must not lead to another site. */
export function isLocalPath(next: string | undefined): next is string {
  return next !== undefined && /^\/(?![/\\])/.test(next);
}
