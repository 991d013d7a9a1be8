import type { FastifyInstance } from 'fastify';
import type { App } from './app.ts';
import { Refusal } from './problem.ts';

/** `/api/health`: the process is alive. `/api/ready`: it can work (database and jobs answer). */
export function serveHealth(server: FastifyInstance, app: App): void {
  const schema = { hide: true };
  server.get('/api/health', { schema }, async () => ({ status: 'ok' }));
  server.get('/api/ready', { schema }, async () => {
    try {
      await app.pool.query('SELECT 1');
      await app.systemPool.query('SELECT 1');
    } catch {
      throw new Refusal(503, 'not_ready', 'The database does not answer.');
    }
    return { status: 'ready', database: 'ok', jobs: 'ok' };
  });
}
