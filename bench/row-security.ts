import pg from 'pg';
import { openPool } from '../server/platform/database.ts';
import type { Statement } from './bare-server.ts';
import { captureSql } from './capture-sql.ts';
import { reads } from './reads.ts';
import type { Scene } from './stage.ts';

/** Milliseconds of a read's SQL, one call after the other, as the owner and under row-level security. */
export type RowSecurity = { call: string; owner: number; secured: number };

/** Runs the SQL of each read in turns as the owner and as callboard_app with the tenant set. */
export async function measureRowSecurity({ database, filled, options }: Scene) {
  const pool = openPool(database.url, 'callboard_app', 1);
  const owner = new pg.Pool({ connectionString: database.url, max: 1 });
  await pool.query(`SET callboard.organisation = '${filled.id}'`);
  const measured: RowSecurity[] = [];
  for (const [name, { endpoint, call }] of Object.entries(reads)) {
    const statements = await captureSql(database.url, filled, endpoint, call);
    const times = { owner: 0, secured: 0 };
    const rounds = options.quick ? 100 : 400;
    // Prepared statements get their final plan at the sixth run.
    for (let round = -20; round < rounds; round += 1) {
      const byOwner = await timeOf(owner, statements);
      const secured = await timeOf(pool, statements);
      if (round < 0) continue;
      times.owner += byOwner / rounds;
      times.secured += secured / rounds;
    }
    measured.push({ call: name, ...times });
  }
  await Promise.all([pool.end(), owner.end()]);
  return measured;
}

async function timeOf(pool: pg.Pool, statements: readonly Statement[]): Promise<number> {
  const startedAt = performance.now();
  for (const statement of statements) await pool.query(statement);
  return performance.now() - startedAt;
}
