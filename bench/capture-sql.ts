import type pg from 'pg';
import { permissionsOf } from '../contract/identity/permissions.ts';
import type { Endpoint } from '../server/platform/action.ts';
import { bindTo, openPool } from '../server/platform/database.ts';
import type { View } from '../server/platform/scope.ts';
import { deriveSecrets } from '../server/platform/secrets.ts';
import type { Statement } from './bare-server.ts';
import type { Filled } from './organisation.ts';
import { zone } from './plan-shifts.ts';

/** The statements that a query of ours sends for a call by the organisation's admin, with parameters. */
export async function captureSql(
  url: string,
  filled: Filled,
  endpoint: Endpoint,
  call: { params?: object; query?: object },
): Promise<Statement[]> {
  const pool = openPool(url, 'callboard_app', 1);
  const client = await pool.connect();
  try {
    await client.query(`SET callboard.organisation = '${filled.id}'`);
    const sent: Statement[] = [];
    const recorder = {
      ...{ connection: (client as unknown as { connection: object }).connection },
      query(statement: Statement) {
        sent.push(statement);
        return client.query(statement);
      },
    } as unknown as pg.PoolClient;
    const answer = endpoint.answer as (view: View, call: object) => Promise<unknown>;
    await answer(viewOf(recorder, filled), { params: {}, query: {}, ...call });
    return sent.map(({ name, text, values }) => ({ name, text, values }));
  } finally {
    client.release();
    await pool.end();
  }
}

function viewOf(client: pg.PoolClient, { id, slug, people }: Filled): View {
  return {
    db: bindTo(client).db,
    tenant: { id, name: slug, slug, timeZone: zone },
    now: Temporal.Now.instant(),
    secrets: deriveSecrets('bench'),
    by: {
      personId: people[1]?.id as string,
      accountId: '',
      sessionId: '',
      fullName: 'Person Number 2',
      role: 'admin',
      permissions: permissionsOf('admin'),
      verified: true,
    },
  };
}
