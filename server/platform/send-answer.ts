import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Route } from '../../contract/platform/route.ts';
import { Content, sendContent } from './content.ts';
import { Page } from './paging.ts';

/** Sends an answer as what it is: a page with its links, a file, or JSON with its version. */
export function sendAnswer(
  reply: FastifyReply,
  route: Route,
  answer: unknown,
  request: FastifyRequest,
): unknown {
  reply.code(route.status);
  if (answer instanceof Page) {
    if (answer.total !== null) reply.header('X-Total-Count', answer.total);
    if (answer.next) reply.header('Link', `<${nextPage(request, answer.next)}>; rel="next"`);
    return answer.items;
  }
  if (answer instanceof Content) return sendContent(request, reply, answer);
  const version = (answer as { version?: unknown } | null)?.version;
  if (typeof version === 'number') reply.header('ETag', `"${version}"`);
  return answer;
}

function nextPage(request: FastifyRequest, cursor: string): string {
  const url = new URL(request.url, 'http://localhost');
  url.searchParams.set('cursor', cursor);
  return `${url.pathname}${url.search}`;
}
