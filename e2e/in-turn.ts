import pg from 'pg';

const turn = 4_912_208;

/** Does the work while no other test file of the run does: both would build the web app. */
export async function inTurn<T>(serverUrl: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [turn]);
    return await work();
  } finally {
    await client.end();
  }
}
