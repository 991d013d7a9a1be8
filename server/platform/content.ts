import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is no JSON: a file, a page, a calendar. Its route names the types in `media`. */
export class Content {
  readonly type: string;
  readonly body: string | Buffer | Readable;
  readonly headers: Readonly<Record<string, string>>;
  /** 206 for a part of it; null: what the route says. */
  readonly status: number | null;

  /** With an `ETag` among the headers, a caller who has this version already gets 304. */
  constructor(
    type: string,
    body: string | Buffer | Readable,
    headers: Record<string, string> = {},
    status: number | null = null,
  ) {
    this.type = type;
    this.body = body;
    this.headers = headers;
    this.status = status;
  }
}

/** Sends content, or 304 to whoever has it. */
export function sendContent(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Content,
): FastifyReply {
  reply.headers(content.headers);
  const tag = content.headers.ETag;
  if (tag && hasTag(request.headers['if-none-match'], tag)) {
    if (content.body instanceof Readable) content.body.destroy();
    return reply.code(304).send();
  }
  if (content.status) reply.code(content.status);
  // What is read in ranges is the same bytes for all: its parts and its tag are of these.
  if (content.body instanceof Readable) request.headers['x-no-compression'] = '1';
  return reply.type(content.type).send(content.body);
}

// Proxies weaken tags when they compress; for a GET, weak ones count (RFC 9110, 13.1.2).
function hasTag(header: string | undefined, tag: string): boolean {
  const tags = header?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
  return tags.includes(tag) || tags.includes('*');
}
