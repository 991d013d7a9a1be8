import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestFacts } from './action.ts';
import type { App } from './app.ts';
import { invalid } from './problem.ts';

/** What an action may know of the request beside its input. */
export function factsOf(app: App, request: FastifyRequest, reply: FastifyReply): RequestFacts {
  return {
    url: app.config.url,
    requestId: request.id,
    address: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
    ifMatch: versionOf(request.headers['if-match']),
    cookies: request.cookies,
    setCookie(name, value, maxAgeSeconds) {
      const secure = app.config.url.startsWith('https:');
      const options = { path: '/api/auth', httpOnly: true, sameSite: 'strict', secure } as const;
      if (value === null) reply.clearCookie(name, options);
      else reply.setCookie(name, value, { ...options, maxAge: maxAgeSeconds });
    },
  };
}

function versionOf(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version) return Number(version);
  throw invalid({ 'If-Match': ['Give the ETag as it came, like "3".'] });
}
