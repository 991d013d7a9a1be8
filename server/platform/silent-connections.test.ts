import { once } from 'node:events';
import { connect } from 'node:net';
import { fastify } from 'fastify';
import { expect, test } from 'vitest';
import { endSilentConnections } from './silent-connections.ts';

test('a connection that never asked anything does not keep the server from closing; what is asked is answered', async () => {
  const server = fastify({ forceCloseConnections: 'idle' });
  endSilentConnections(server);
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<string>();
  server.get('/', () => {
    asked.resolve();
    return answer.promise;
  });
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  const silent = connect(Number(new URL(origin).port), '127.0.0.1');
  await once(silent, 'connect');
  const answered = fetch(origin).then((response) => response.text());
  await asked.promise;

  const closed = server.close();
  answer.resolve('in time');
  expect(await answered).toBe('in time');
  await closed;
  await once(silent, 'close');
});
