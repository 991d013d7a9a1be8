import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { forbidden } from './problem.ts';

/**
 * Refuses what another site makes a browser send: cookies come along by themselves, and a log-in from
 * there would make someone work in an account that is not theirs. 403 `foreign_origin`.
 */
export function refuseForeignSite(app: App, { headers, method }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  const { origin, host, 'sec-fetch-site': site } = headers;
  // Pages that send no referrer send the origin `null` with a form; the browser says where it is from.
  if (site === 'same-origin') return;
  const own = origin === undefined || origin === app.config.url || hostOf(origin) === host;
  if (own && site !== 'cross-site') return;
  throw forbidden('This request comes from another site.', 'foreign_origin');
}

/** Host and port of an origin; null when it is none. */
export function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
