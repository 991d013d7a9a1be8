import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers from now on. */
export type Behaviour =
  | { how: 'say'; text: unknown }
  | { how: 'status'; status: number }
  | { how: 'garbage'; body: string }
  | { how: 'stall'; after: 'nothing' | 'head' };

/** A local server that speaks the chat completions API and keeps what it was asked. */
export type ModelServer = {
  url: string;
  /** Bodies of the requests as they came, oldest first. */
  asked: string[];
  /** Paths and authorisation of the requests. */
  heads: { path: string; authorization: string | undefined }[];
  behave(behaviour: Behaviour): void;
  /** Called while a request is there and before it is answered. */
  meanwhile(work: () => Promise<void>): void;
  close(): Promise<void>;
};

/** Opens a model server on a free port of this machine. */
export async function openModelServer(): Promise<ModelServer> {
  let behaviour: Behaviour = { how: 'say', text: 'Ask Cleo first.' };
  let work = async () => {};
  const asked: string[] = [];
  const heads: ModelServer['heads'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push(Buffer.concat(chunks).toString());
    heads.push({ path: request.url ?? '', authorization: request.headers.authorization });
    await work();
    answer(response, behaviour);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    heads,
    behave(next) {
      behaviour = next;
    },
    meanwhile(next) {
      work = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function answer(response: ServerResponse, behaviour: Behaviour): void {
  const json = { 'content-type': 'application/json' };
  switch (behaviour.how) {
    case 'say': {
      const message = { role: 'assistant', content: behaviour.text };
      const choices = [{ index: 0, finish_reason: 'stop', message }];
      response.writeHead(200, json).end(JSON.stringify({ object: 'chat.completion', choices }));
      return;
    }
    case 'status': {
      const error = { message: 'the key sk-canary is not for this', type: 'error' };
      // A client that tries again may do so at once: a test would see it.
      response.writeHead(behaviour.status, { ...json, 'retry-after-ms': '1' });
      response.end(JSON.stringify({ error }));
      return;
    }
    case 'garbage':
      response.writeHead(200, json).end(behaviour.body);
      return;
    case 'stall':
      if (behaviour.after === 'head') response.writeHead(200, json).write('{"choices":');
  }
}
