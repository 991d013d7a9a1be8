import type { FastifyInstance, FastifyRequest } from 'fastify';
import Value from 'typebox/value';
import type { WebSocket } from 'ws';
import { ClientMessage, type ServerMessage } from '../../contract/platform/socket.ts';
import type { App } from './app.ts';
import type { Subscriber, Topics, Viewer } from './hub.ts';
import { hostOf } from './own-site.ts';
import { openSocketLimits, type SocketLimits } from './socket-limits.ts';
import { subscribe } from './subscribe-socket.ts';

const authenticateWithinMs = 5_000;
/** A reader slower than this is cut off; it catches up by cursor. */
const bufferLimitBytes = 1_048_576;
const messagesPerSecond = 50;
/** Sockets of one address that have not said yet who they are. */
const waitingPerAddress = 500;

/**
 * Addresses of sockets that the source documents name, and the topic that each is for:
 * `/ws/things/:id` → `thing:$id`.
 */
export type SocketPaths = Readonly<Record<string, string>>;

/** How a socket begins: with a token and a topic in its address, as the source documents have it. */
type Start = { token: string | undefined; topic: string | null };

/**
 * The one socket, `/api/ws`, also at the addresses of old; `?token=` stands for the first message.
 * Compression is off: a bomb can't be unpacked.
 */
export function serveSocket(
  server: FastifyInstance,
  app: App,
  topics: Topics,
  paths: SocketPaths,
): void {
  const limits = openSocketLimits({
    waiting: waitingPerAddress,
    open: app.config.socketsPerAccount,
  });
  const options = { websocket: true as const, schema: { hide: true } };
  const serve = (path: string, topic: string | null) =>
    server.get(path, options, (socket, request) => {
      const params = request.params as Record<string, string>;
      const { token } = request.query as { token?: unknown };
      const start: Start = {
        token: typeof token === 'string' ? token : undefined,
        topic: topic?.replaceAll(/\$(\w+)/g, (_, name) => params[name] ?? '') ?? null,
      };
      open(socket, request, start);
    });
  const open = (socket: WebSocket, request: FastifyRequest, start: Start) => {
    const origin = request.headers.origin;
    const own =
      origin === undefined || origin === app.config.url || hostOf(origin) === request.headers.host;
    if (!own) {
      socket.close(4403, 'foreign origin');
      return;
    }
    if (!limits.knock(request.ip)) {
      socket.close(4429, 'too many sockets wait');
      return;
    }
    converse(socket, app, topics, limits, request.ip, start);
  };
  serve('/api/ws', null);
  for (const [path, topic] of Object.entries(paths)) serve(path, topic);
}

function converse(
  socket: WebSocket,
  app: App,
  topics: Topics,
  limits: SocketLimits,
  address: string,
  start: Start,
): void {
  let subscriber: Subscriber | null = null;
  let budget = messagesPerSecond;
  const send = (message: ServerMessage) => {
    if (socket.bufferedAmount > bufferLimitBytes) socket.terminate();
    else if (hasEnded(app, subscriber)) socket.close(4401, 'session ended');
    else if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const deadline = setTimeout(() => socket.close(4401, 'authenticate first'), authenticateWithinMs);
  const refill = setInterval(() => {
    budget = messagesPerSecond;
  }, 1_000);
  app.metrics.sockets.inc();

  async function admit(token: string, organisation: string | undefined) {
    const home = await app.authenticate(token);
    const viewer = home && organisation ? await app.visit(home, organisation) : home;
    if (!viewer) return socket.close(4401, 'token not valid');
    clearTimeout(deadline);
    // It may have gone while we asked who it is.
    if (socket.readyState !== socket.OPEN) return;
    if (subscriber) {
      app.hub.remove(subscriber);
      limits.leave(subscriber.viewer.by.accountId, socket);
    } else limits.answered(address);
    limits.admit(viewer.by.accountId, socket);
    subscriber = subscriberOf(socket, viewer, send, subscriber);
    const isFirst = subscriber.topics.size === 0;
    app.hub.add(subscriber);
    send({ type: 'ready', person: viewer.by.personId, organisation: viewer.tenant.id });
    if (isFirst && start.topic)
      await subscribe(app, topics, subscriber, start.topic, undefined, send);
  }

  async function hear(message: ClientMessage) {
    if (message.type === 'ping') return send({ type: 'pong', timestamp: message.timestamp });
    if (message.type === 'authenticate') return admit(message.token, message.organisation);
    if (!subscriber) return socket.close(4401, 'authenticate first');
    if (message.type === 'unsubscribe') return void subscriber.topics.delete(message.topic);
    await subscribe(app, topics, subscriber, message.topic, message.after, send);
  }

  const fail = (error: unknown) => {
    app.log.error({ err: error }, 'socket');
    socket.close(1011, 'try again');
  };
  if (start.token !== undefined) admit(start.token, undefined).catch(fail);
  socket.on('message', (data, binary) => {
    budget -= 1;
    if (budget < 0) return socket.close(1008, 'too many messages');
    const message = binary ? null : parse(String(data));
    if (!message) {
      return send({
        type: 'error',
        code: 'invalid',
        detail: 'That is no message of this protocol.',
      });
    }
    hear(message).catch(fail);
  });
  socket.on('close', () => {
    clearTimeout(deadline);
    clearInterval(refill);
    if (subscriber) {
      app.hub.remove(subscriber);
      limits.leave(subscriber.viewer.by.accountId, socket);
    } else limits.answered(address);
    app.metrics.sockets.dec();
  });
  socket.on('error', () => socket.terminate());
}

function hasEnded(app: App, subscriber: Subscriber | null): boolean {
  const endsAtMs = subscriber?.viewer.endsAtMs;
  return endsAtMs !== undefined && app.clock.now().epochMilliseconds >= endsAtMs;
}

function parse(text: string): ClientMessage | null {
  try {
    const value: unknown = JSON.parse(text);
    return Value.Check(ClientMessage, value) ? value : null;
  } catch {
    return null;
  }
}

function subscriberOf(
  socket: WebSocket,
  viewer: Viewer,
  send: (message: ServerMessage) => void,
  before: Subscriber | null,
): Subscriber {
  const topics = before?.viewer.tenant.id === viewer.tenant.id ? before.topics : new Map();
  return { viewer, topics, deliver: send, close: (code, reason) => socket.close(code, reason) };
}
