import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOff, may } from '../../contract/identity/permissions.ts';
import { systemOf } from '../../contract/identity/systems.ts';
import type { Access, Route } from '../../contract/platform/route.ts';
import type { Caller, Endpoint, Known, RawRequest } from './action.ts';
import { type App, read, write } from './app.ts';
import { Content, sendContent } from './content.ts';
import { describeRoute } from './describe-route.ts';
import { once, readKey } from './idempotency.ts';
import { refuseForeignSite } from './own-site.ts';
import { Page } from './paging.ts';
import { forbidden, systemOff, unauthenticated } from './problem.ts';
import { factsOf } from './request-facts.ts';
import type { ActorTx, View } from './scope.ts';
import { asMade, heldToContract } from './serialize-answer.ts';
import { cleanText } from './text.ts';

const freshForMs = 15 * 60_000;

type Call = { params: unknown; query: unknown; body: unknown };

/** Binds an endpoint to its route: who, whether they may, input, work, answer. */
export function serveEndpoint(server: FastifyInstance, app: App, endpoint: Endpoint): void {
  const { route } = endpoint;
  server.route({
    method: route.method,
    url: `/api${route.path}`,
    schema: describeRoute(route),
    ...(route.raw && { bodyLimit: route.raw.bytesMax }),
    config: { name: route.name },
    ...(route.bodyBytesMax !== undefined && { bodyLimit: route.bodyBytesMax }),
    serializerCompiler: app.config.checkAnswers ? heldToContract : asMade,
    // Who are you and may you come before what did you send: a stranger learns nothing about the shape.
    onRequest: async (request) => {
      refuseForeignSite(app, request);
      request.caller = await callerOf(app, route, request);
    },
    preValidation: async (request) => {
      if (route.body) request.body = cleanText(request.body ?? {});
    },
    handler: async (request, reply) => {
      const answer = await answerOf(app, endpoint, request, reply);
      return send(reply, route, answer, request);
    },
  });
}

async function answerOf(
  app: App,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const call: Call = { params: request.params, query: request.query, body: request.body };
  const { caller } = request;
  const facts = factsOf(app, request, reply);
  if (endpoint.kind === 'public') {
    readKey(request.headers['idempotency-key']);
    return endpoint.answer({ ...call, app, caller, facts, raw: rawOf(request) } as never);
  }
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  if (endpoint.kind === 'query') {
    return read(app, tenant, (scope) => endpoint.answer({ ...scope, by } as View, call as never));
  }
  const key = endpoint.route.method === 'POST' ? readKey(request.headers['idempotency-key']) : null;
  return write(app, tenant, { by, requestId: request.id }, async (scope) => {
    const tx = scope as ActorTx;
    const work = () => endpoint.answer(tx, { ...call, facts } as never);
    if (!key || endpoint.route.secret) return work();
    const path = `${endpoint.route.method} ${request.url.split('?')[0]}`;
    const { answer, replayed } = await once(tx, path, key, call, work);
    if (replayed) reply.header('Idempotency-Replayed', 'true');
    return answer;
  });
}

async function callerOf(app: App, route: Route, request: FastifyRequest): Promise<Caller> {
  const header = request.headers.authorization;
  const token = header?.startsWith('Bearer ') ? header.slice(7) : null;
  const home = token ? await app.authenticate(token) : null;
  if (header && !home)
    throw unauthenticated('This log-in has ended. Log in again.', 'token_invalid');
  const caller = home && (await whereWanted(app, route, home, request));
  if (route.access === 'anyone') return caller;
  if (!caller) throw unauthenticated();
  checkAccess(caller, route.access);
  if (caller.by.apiKey) checkForKeys(route);
  if (route.fresh) checkFresh(app, caller);
  return caller;
}

// A session is of one organisation; the header takes its person into another of theirs.
async function whereWanted(app: App, route: Route, home: Known, { headers }: FastifyRequest) {
  const wanted = headers['x-organisation']?.toString();
  if (wanted === undefined || route.ofSession) return home;
  if (wanted === home.tenant.slug || wanted === home.tenant.id) return home;
  const caller = await app.visit(home, wanted);
  if (caller) return caller;
  throw forbidden('You belong to no organisation of this name.', 'not_a_member');
}

function checkAccess({ by, tenant }: Known, access: Exclude<Access, 'anyone'>): void {
  if (access === 'account') return;
  if (access === 'operator') {
    if (!by.operator) throw forbidden('Only an operator of this instance may do this.');
    return;
  }
  if (!may(by, access)) throw forbidden();
  if (isOff(access, tenant.off ?? [])) throw systemOff(systemOf(access));
}

// What concerns the account itself a program can't do, whatever its key's scopes are.
function checkForKeys(route: Route): void {
  if (!route.fresh && (route.access !== 'account' || route.byKey)) return;
  throw forbidden('An API key can’t do this. Log in.', 'session_needed');
}

// RFC 9470: a log-in that was long ago is not enough; the person proves again who they are.
function checkFresh(app: App, { confirmedAtMs }: Known): void {
  const agoMs = app.clock.now().epochMilliseconds - confirmedAtMs;
  if (agoMs <= freshForMs) return;
  throw unauthenticated('Give your password again to do this.', 'confirm_password');
}

function rawOf(request: FastifyRequest): RawRequest {
  return {
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    target: request.raw.url ?? '',
    header: (name) => request.headers[name]?.toString() ?? null,
  };
}

function send(
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

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    name?: string;
  }
}
