import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import serveFolder from '@fastify/static';
import websocket from '@fastify/websocket';
import fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import type { Endpoint } from './action.ts';
import { type Aliases, rewriteBy } from './alias.ts';
import { serveApiReference } from './api-reference.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';
import { serveHealth } from './health.ts';
import type { Topics } from './hub.ts';
import { newId } from './id.ts';
import { describeApi } from './openapi.ts';
import { refusalOf } from './postgres-error.ts';
import { notFound, problemOf, Refusal } from './problem.ts';
import { serveEndpoint } from './serve-endpoint.ts';
import { type SocketPaths, serveSocket } from './serve-socket.ts';
import { endSilentConnections } from './silent-connections.ts';
import { compileValidator, refusalOfErrors } from './validation.ts';

const bodyLimitBytes = 262_144;
const webFolder = resolve(import.meta.dirname, '../../web/dist');

/** What modules bring to the server: see `Module`. */
type Served = {
  endpoints: Endpoint[];
  topics: Topics;
  aliases: Aliases;
  sockets: SocketPaths;
};

/** The HTTP server with every endpoint, the socket, the API reference and the web app. */
export async function openServer(
  app: App,
  { endpoints, topics, aliases, sockets }: Served,
): Promise<FastifyInstance> {
  const server = fastify({
    // Fastify's own lines (listening, each request) are not wanted; ours are in `observe`.
    loggerInstance: errorsOf(app),
    genReqId: () => newId(),
    rewriteUrl: rewritten(aliases),
    bodyLimit: bodyLimitBytes,
    // Headers have half a minute, and so has whatever is no form (handlerTimeout); forms may take long.
    http: { headersTimeout: 30_000 },
    requestTimeout: 600_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    handlerTimeout: 30_000,
    forceCloseConnections: 'idle',
    trustProxy: trusting(app.config),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  server.setValidatorCompiler(({ schema, httpPart }) => compileValidator(schema, httpPart));
  endSilentConnections(server);
  parseJson(server);
  answerErrors(server, endpoints);
  observe(server, app);
  await server.register(cookie);
  await server.register(helmet, securityHeaders(app));
  await server.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  });
  await server.register(websocket, {
    options: { maxPayload: 65_536, perMessageDeflate: false },
    // What a client sends wrong closes its socket; it is no error of ours.
    errorHandler: (_error, socket) => socket.terminate(),
  });
  await describeApi(server);
  serveApiReference(server);
  await server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    });
    for (const endpoint of endpoints) {
      if (!endpoint.route.raw && !endpoint.route.multipart) serveEndpoint(scope, app, endpoint);
    }
    await scope.register(async (forms) => {
      await forms.register(multipart);
      for (const endpoint of endpoints) {
        if (endpoint.route.multipart) serveEndpoint(forms, app, endpoint);
      }
    });
    await scope.register(async (bytes) => {
      keepBytes(bytes);
      for (const endpoint of endpoints) {
        if (endpoint.route.raw) serveEndpoint(bytes, app, endpoint);
      }
    });
    serveHealth(scope, app);
    serveSocket(scope, app, topics, sockets);
  });
  if (existsSync(webFolder)) await serveWeb(server);
  return server;
}

// Counted hops: the nearest `n` addresses of the chain are our proxies.
function trusting({ trustProxy }: Config) {
  if (typeof trustProxy !== 'number') return trustProxy;
  return (_address: string, hop: number) => hop < trustProxy;
}

function rewritten(aliases: Aliases) {
  const rewrite = rewriteBy(aliases);
  return ({ url = '/' }: { url?: string | undefined }) => rewrite(url);
}

function errorsOf({ log }: App): FastifyBaseLogger {
  const level = log.level === 'silent' ? 'silent' : 'error';
  return log.child({}, { level }) as FastifyBaseLogger;
}

// An empty body is an empty object; `__proto__` is refused; only JSON is read.
function parseJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, {});
    else parse(request, text as string, done);
  });
}

// Whatever the type says, the body stays as it came.
function keepBytes(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

function securityHeaders(app: App) {
  return {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Mantine sets styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        // A recording is heard before it is sent.
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: app.config.url.startsWith('https:') && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}

function answerErrors(server: FastifyInstance, endpoints: Endpoint[]): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.status >= 500) request.log.error({ err: error, reqId: request.id }, 'failed');
    if (refusal.status === 401) reply.header('WWW-Authenticate', challengeOf(refusal));
    if (refusal.facts.retry_after) reply.header('Retry-After', String(refusal.facts.retry_after));
    if (refusal.status === 503) reply.header('Retry-After', '2');
    // Whoever is not through with sending is not waited for.
    if (refusal.status === 503 && !request.raw.complete) reply.header('Connection', 'close');
    return reply
      .code(refusal.status)
      .type('application/problem+json')
      .serializer(JSON.stringify)
      .send(problemOf(refusal, request.id));
  });
  const known = endpoints.map(({ route }) => ({
    method: route.method as string,
    pattern: new RegExp(`^/api${route.path.replace(/:\w+/g, '[^/]+')}/?$`),
  }));
  server.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (isPage(path) && request.method === 'GET' && existsSync(webFolder)) {
      return reply.header('Cache-Control', 'no-cache').sendFile('index.html', webFolder);
    }
    const methods = known.filter((one) => one.pattern.test(path)).map((one) => one.method);
    if (methods.length === 0) throw notFound();
    reply.header('Allow', methods.join(', '));
    throw new Refusal(405, 'method_not_allowed', `Use ${methods.join(' or ')} here.`);
  });
}

function challengeOf({ code }: Refusal): string {
  if (code !== 'confirm_password') return 'Bearer';
  return 'Bearer error="insufficient_user_authentication", max_age=900';
}

// What the web app's router answers: not the API, and no file that is missing.
function isPage(path: string): boolean {
  return !path.startsWith('/api') && !/\.\w+$/.test(path);
}

function asRefusal(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error.validation) return refusalOfErrors(error.validation);
  const fromDatabase = refusalOf(error);
  if (fromDatabase) return fromDatabase;
  const status = error.statusCode ?? 500;
  if (status === 413) return new Refusal(413, 'too_large', 'The body is too large.');
  if (status === 415) return new Refusal(415, 'unsupported_type', 'Send JSON (application/json).');
  if (status >= 400 && status < 500) {
    return new Refusal(
      status,
      'invalid',
      'The request could not be read. Is the body valid JSON?',
      {
        errors: { body: ['Not valid JSON.'] },
      },
    );
  }
  if (status === 503) return new Refusal(503, 'too_slow', 'The answer took too long. Try again.');
  return new Refusal(500, 'internal', 'Something broke on our side; it has been logged.');
}

function observe(server: FastifyInstance, app: App): void {
  server.decorateRequest('caller', null);
  server.decorateRequest('uploads', null);
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.name ?? 'other';
    const seconds = reply.elapsedTime / 1_000;
    app.metrics.requests.observe({ route, status: String(reply.statusCode) }, seconds);
    app.log.debug(
      { reqId: request.id, method: request.method, route, status: reply.statusCode, seconds },
      'answered',
    );
  });
  server.addHook('onSend', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
  });
}

async function serveWeb(server: FastifyInstance): Promise<void> {
  await server.register(serveFolder, {
    root: webFolder,
    index: ['index.html'],
    preCompressed: false,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.includes('/assets/');
      reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
