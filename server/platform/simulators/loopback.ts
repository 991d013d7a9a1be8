import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a simulator does with the next message it is handed. */
export type Behaviour =
  | { how: 'take' }
  /** Takes it after a while. */
  | { how: 'delay'; ms: number }
  /** Answers with this status and takes nothing. */
  | { how: 'status'; status: number; retryAfter?: string; code?: number }
  /** Takes it and hangs up without an answer. */
  | { how: 'drop' }
  /** Hangs up and takes nothing. */
  | { how: 'hang-up' }
  /** Takes it, and its answer can't be read. */
  | { how: 'garble' };

/** A server on a free port of this machine. */
export type Loopback = { url: string; close(): Promise<void> };

type Answering = (
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
  bytes: Buffer,
) => Promise<void>;

/** Serves a simulator; `answer` gets each request with its body, as text and as bytes. */
export async function serveLoopback(answer: Answering): Promise<Loopback> {
  const server = createServer(async (request, response) => {
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      await answer(request, bytes.toString(), response, bytes);
    } catch {
      // Whoever called has gone: a simulator need not mind.
      response.destroy();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with JSON. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

/** When a simulator tells by itself that a message was sent and delivered: milliseconds after it took it. */
export type Pace = { sent: number; delivered: number };

/** What a simulator does next, and what it does by itself later. */
export class Script {
  private readonly behaviours: Behaviour[] = [];
  private readonly timers = new Set<NodeJS.Timeout>();

  /** The next messages are treated so, one each. */
  readonly next = (...behaviours: Behaviour[]): void => {
    this.behaviours.push(...behaviours);
  };

  /** How to treat the message that comes now; a delay is over when it resolves. */
  async treat(): Promise<Exclude<Behaviour, { how: 'delay' }>> {
    const behaviour = this.behaviours.shift() ?? { how: 'take' };
    if (behaviour.how !== 'delay') return behaviour;
    await new Promise<void>((resolve) => setTimeout(resolve, behaviour.ms));
    return { how: 'take' };
  }

  /** Tells of a message in its time. */
  tell(pace: Pace | null, report: (status: string) => Promise<unknown>): void {
    for (const [status, ms] of Object.entries(pace ?? {})) {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        // Nobody listens any more: a provider would try again, a simulator need not.
        report(status).catch(() => {});
      }, ms);
      timer.unref();
      this.timers.add(timer);
    }
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}
