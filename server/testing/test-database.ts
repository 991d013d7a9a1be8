import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import pg from 'pg';

const migrations = resolve(import.meta.dirname, '../../migrations');
const templateLock = 4_912_207;

/**
 * A database of one's own on the server of `serverUrl`, copied from a template that `fill` has made
 * (migrated and settled) once per server. `drop` removes it.
 */
export async function testDatabase(
  serverUrl: string,
  fill: (url: string) => Promise<void>,
): Promise<{ url: string; drop(): Promise<void> }> {
  const template = `callboard_template_${await fingerprint()}`;
  const name = `callboard_test_${randomBytes(6).toString('hex')}`;
  await withServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      template,
    ]);
    if (rowCount === 0) await makeTemplate(client, serverUrl, template, fill);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: urlOf(serverUrl, name),
    drop: () =>
      withServer(serverUrl, async (client) => {
        // Without FORCE it waits five seconds for connections that are just ending.
        await client
          .query(`DROP DATABASE ${name}`)
          .catch(() => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
      }),
  };
}

async function makeTemplate(
  client: pg.Client,
  serverUrl: string,
  template: string,
  fill: (url: string) => Promise<void>,
): Promise<void> {
  const half = `${template}_half`;
  await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${half}`);
  await fill(urlOf(serverUrl, half));
  await client.query(`ALTER DATABASE ${half} RENAME TO ${template}`);
}

// What the template holds changes with the migrations and with the world.
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(migrations)).sort()) {
    hash.update(await readFile(resolve(migrations, name)));
  }
  hash.update(await readFile(resolve(import.meta.dirname, '../demo/world.ts')));
  hash.update(await readFile(resolve(import.meta.dirname, '../demo/settle.ts')));
  return hash.digest('hex').slice(0, 16);
}

async function withServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
