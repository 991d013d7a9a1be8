import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';

/** A door to PostgreSQL that can be shut at the moment a transaction commits. */
export type DatabaseProxy = {
  /** The database's address through this door. */
  url: string;
  /**
   * At the next COMMIT that follows a statement with `marker` on its connection: `before`, PostgreSQL
   * never hears of it; `after`, it does, and its answer is kept back. Resolves when that happened.
   */
  stopAtCommit(where: 'before' | 'after', marker: string): Promise<void>;
  close(): void;
};

type Trap = { where: 'before' | 'after'; marker: string; sprung: () => void };

/** Opens a door to the database of `url` on a free port. */
export async function openDatabaseProxy(url: string): Promise<DatabaseProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let trap: Trap | null = null;

  const server = createServer((client) => {
    const upstream = dial(Number(target.port), target.hostname);
    let marked = false;
    let shut = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      const said = chunk.toString('latin1');
      if (trap && said.includes(trap.marker)) marked = true;
      if (trap && marked && said.includes('COMMIT')) {
        const { where, sprung } = trap;
        trap = null;
        shut = true;
        if (where === 'after') upstream.write(chunk);
        sprung();
        return;
      }
      if (!shut) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!shut) client.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(port);
  // Who says `host` here would go past this door, by a Unix socket.
  through.searchParams.delete('host');
  return {
    url: through.href,
    stopAtCommit: (where, marker) =>
      new Promise((sprung) => {
        trap = { where, marker, sprung };
      }),
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
