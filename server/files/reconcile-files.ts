import { sql } from 'kysely';
import { type App, write } from '../platform/app.ts';
import { clearIncoming } from '../platform/files/open-files.ts';
import type { FileKey } from '../platform/files/store.ts';
import type { Queue } from '../platform/jobs.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { setFileState } from './file-store.ts';

/** What was found: files in the store that no row speaks of, rows whose file is not there or is there again, counts that were wrong. */
export type Reconciled = {
  withoutRow: number;
  withoutFile: number;
  found: number;
  miscounted: number;
  leftovers: number;
};

/** A file is in the store before its row is committed: younger ones are still on their way. */
const youngMs = 3_600_000;
const leftoverMs = 24 * 3_600_000;
const page = 500;

/** Every night rows and store are held against each other, and made to agree. */
export function reconciliation(app: App): Queue {
  return {
    name: 'reconcile-files',
    batch: 1,
    retries: 2,
    cron: '10 3 * * *',
    pollSeconds: 30,
    async handle() {
      const found = await reconcileFiles(app);
      const isWhole = found.withoutRow + found.withoutFile + found.miscounted === 0;
      app.log[isWhole ? 'info' : 'warn'](found, 'files reconciled');
    },
  };
}

/**
 * Holds the store against the rows, both ways: a file without a row is removed, a row without its file
 * is `lost`, and ready again when the file is back. `nowMs` is this machine's clock, by which ids were made.
 */
export async function reconcileFiles(app: App, nowMs = Date.now()): Promise<Reconciled> {
  const withoutRow = await removeUnknown(app, nowMs - youngMs);
  const { withoutFile, found } = await findLost(app);
  const miscounted = await countAnew(app);
  const leftovers = await clearIncoming(app.files, nowMs - leftoverMs);
  return { withoutRow, withoutFile, found, miscounted, leftovers };
}

async function removeUnknown(app: App, beforeMs: number): Promise<number> {
  let removed = 0;
  let keys: FileKey[] = [];
  const look = async () => {
    const known = await unsafeKnown(app, keys);
    for (const key of keys) {
      if (known.has(key.id)) continue;
      await app.files.store.remove(key);
      removed += 1;
    }
    keys = [];
  };
  for await (const key of app.files.store.list()) {
    if (madeMs(key) > beforeMs) continue;
    if (keys.push(key) === page) await look();
  }
  if (keys.length > 0) await look();
  return removed;
}

// The first 48 bits of a UUIDv7 say when it was made (RFC 9562, 5.7).
function madeMs({ id }: FileKey): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

async function unsafeKnown(app: App, keys: readonly FileKey[]): Promise<Set<string>> {
  const rows = await unsafeAcrossTenants(app.systemPool, (db) =>
    sql<{ id: string }>`
      SELECT f.id FROM unnest(${keys.map((key) => key.organisationId)}::uuid[],
        ${keys.map((key) => key.id)}::uuid[]) AS k (organisation_id, id)
      JOIN file f ON f.organisation_id = k.organisation_id AND f.id = k.id`.execute(db),
  );
  return new Set(rows.rows.map(({ id }) => id));
}

async function findLost(app: App): Promise<{ withoutFile: number; found: number }> {
  let withoutFile = 0;
  let found = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (let more = true; more; ) {
    const rows = await unsafePage(app, after);
    for (const { organisation_id: organisationId, id, bytes, state } of rows) {
      const isThere = (await app.files.store.size({ organisationId, id })) === bytes;
      if (isThere === (state !== 'lost')) continue;
      const tenant = await tenantById(app, organisationId);
      await write(app, tenant, {}, (tx) => setFileState(tx, id, isThere ? 'pending' : 'lost'));
      if (isThere) found += 1;
      else withoutFile += 1;
    }
    after = rows.at(-1)?.id ?? after;
    more = rows.length === page;
  }
  return { withoutFile, found };
}

function unsafePage(app: App, after: string) {
  return unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('file')
      .select(['organisation_id', 'id', 'bytes', 'state'])
      .where('state', '<>', 'removing')
      .where('id', '>', after)
      .orderBy('id')
      .limit(page)
      .execute(),
  );
}

/** What organisations and people have stored is counted anew where the counts are wrong. */
async function countAnew(app: App): Promise<number> {
  const organisations = await unsafeAcrossTenants(app.systemPool, (db) =>
    db.selectFrom('file').select('organisation_id as id').distinct().execute(),
  );
  let wrong = 0;
  for (const { id } of organisations) {
    const tenant = await tenantById(app, id);
    wrong += await write(app, tenant, {}, async (tx) => {
      // Whoever saves or drops begins with this row: none is half-way now.
      await sql`SELECT FROM file_usage WHERE organisation_id = ${id} AND owner_id = ${id}
        FOR UPDATE`.execute(tx.db);
      const { numAffectedRows = 0n } = await sql`
        WITH counted AS (
          SELECT owner_id, sum(bytes) AS bytes FROM file,
            LATERAL (VALUES (${id}::uuid), (person_id)) AS o (owner_id)
          WHERE organisation_id = ${id} AND state <> 'removing' AND owner_id IS NOT NULL GROUP BY 1
        )
        UPDATE file_usage u SET bytes = coalesce(c.bytes, 0)
        FROM file_usage w LEFT JOIN counted c ON c.owner_id = w.owner_id
        WHERE u.organisation_id = ${id} AND w.organisation_id = u.organisation_id
          AND w.owner_id = u.owner_id AND u.bytes <> coalesce(c.bytes, 0)`.execute(tx.db);
      return Number(numAffectedRows);
    });
  }
  return wrong;
}
