import type pg from 'pg';
import type { World } from './open-world.ts';

/** How many statements the program sends to its tenants' tables while `work` runs. */
export async function countStatements(world: World, work: () => Promise<void>): Promise<number> {
  const { pool } = world.program.app;
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>;
  let sent = 0;
  const counting = async () => {
    const client = await connect();
    const query = client.query.bind(client) as (...told: unknown[]) => unknown;
    Object.assign(client, {
      query(...told: unknown[]) {
        sent += 1;
        return query(...told);
      },
    });
    return client;
  };
  Object.assign(pool, { connect: counting });
  try {
    await work();
    return sent;
  } finally {
    Object.assign(pool, { connect });
  }
}
