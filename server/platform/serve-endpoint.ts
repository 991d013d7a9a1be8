import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Caller, Endpoint, RawRequest } from './action.ts';
import { type App, read, write } from './app.ts';
import { describeRoute } from './describe-route.ts';
import {
  admitFiles,
  discardFiles,
  receiveFiles,
  type TakeFiles,
  withFiles,
} from './files/request-files.ts';
import { findCaller } from './find-caller.ts';
import { once, readKey } from './idempotency.ts';
import { refuseForeignSite } from './own-site.ts';
import { unauthenticated } from './problem.ts';
import { factsOf } from './request-facts.ts';
import type { ActorTx, View } from './scope.ts';
import { sendAnswer } from './send-answer.ts';
import { asMade, heldToContract } from './serialize-answer.ts';
import { cleanText } from './text.ts';

type Call = { params: unknown; query: unknown; body: unknown };

/** Files may take long on a slow line, in and out. */
const slowTimeoutMs = 600_000;

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
    ...((route.multipart || route.slow) && { handlerTimeout: slowTimeoutMs }),
    serializerCompiler: app.config.checkAnswers ? heldToContract : asMade,
    // Who are you and may you come before what did you send: a stranger learns nothing about the shape.
    onRequest: async (request) => {
      refuseForeignSite(app, request);
      request.caller = await findCaller(app, route, request);
      await admitFiles(app, route, request);
    },
    preValidation: async (request, reply) => {
      await receiveFiles(app, route, request, reply);
      if (route.body) request.body = cleanText(request.body ?? {});
    },
    ...(route.multipart && { onSend: (request: FastifyRequest) => discardFiles(request) }),
    handler: async (request, reply) => {
      const answer = await withFiles(route, request, (take, digest) =>
        answerOf(app, endpoint, { request, reply, take, digest }),
      );
      return sendAnswer(reply, route, answer, request);
    },
  });
}

type Asked = {
  request: FastifyRequest;
  reply: FastifyReply;
  take: TakeFiles;
  /** What a repeat is known by beside its fields: its files. */
  digest: unknown;
};

async function answerOf(
  app: App,
  endpoint: Endpoint,
  { request, reply, take, digest }: Asked,
): Promise<unknown> {
  const call: Call = { params: request.params, query: request.query, body: request.body };
  const { caller } = request;
  const facts = factsOf(app, request, reply);
  if (endpoint.kind === 'public') {
    readKey(request.headers['idempotency-key']);
    const given = { ...call, app, caller, facts, raw: rawOf(request), storeFiles: take };
    return endpoint.answer(given as never);
  }
  if (!caller) throw unauthenticated();
  const { by, tenant } = caller;
  if (endpoint.kind === 'query') {
    return read(app, tenant, (scope) => endpoint.answer({ ...scope, by } as View, call as never));
  }
  const key = endpoint.route.method === 'POST' ? readKey(request.headers['idempotency-key']) : null;
  const files = await take(tenant.id);
  return write(app, tenant, { by, requestId: request.id }, async (scope) => {
    const tx = scope as ActorTx;
    const work = () => endpoint.answer(tx, { ...call, facts, files } as never);
    if (!key || endpoint.route.secret) return work();
    const path = `${endpoint.route.method} ${request.url.split('?')[0]}`;
    const { answer, replayed } = await once(
      tx,
      path,
      key,
      { ...call, ...(digest !== null && { digest }) },
      work,
    );
    if (replayed) reply.header('Idempotency-Replayed', 'true');
    return answer;
  });
}

function rawOf(request: FastifyRequest): RawRequest {
  return {
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    target: request.raw.url ?? '',
    header: (name) => request.headers[name]?.toString() ?? null,
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    name?: string;
  }
}
