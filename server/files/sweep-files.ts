import { type App, write } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import { record } from '../platform/journal.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { lockFile } from './file-row.ts';
import { deleteFileRow, setFileState } from './file-store.ts';

/** What is dropped stays for a backup that began before. */
const removedAfter = { hours: 1 };
const batch = 100;

/** Every minute: what was dropped an hour ago is removed, and what waits for the virus scanner is scanned. */
export function fileSweep(app: App): Queue {
  return {
    name: 'sweep-files',
    batch: 1,
    retries: 0,
    cron: '* * * * *',
    pollSeconds: 10,
    async handle() {
      await removeDropped(app);
      await scanPending(app);
    },
  };
}

type Waiting = { organisation_id: string; id: string; bytes: number };

function unsafeFindWaiting(
  app: App,
  state: 'pending' | 'removing',
  before: Temporal.Instant,
): Promise<Waiting[]> {
  return unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('file')
      .select(['organisation_id', 'id', 'bytes'])
      .where('state', '=', state)
      .where('state_at', '<=', before.toString())
      .orderBy('state_at')
      .limit(batch)
      .execute(),
  );
}

/** Removes the bytes of dropped files, then their rows: a crash between the two is made good by the next sweep. */
export async function removeDropped(app: App): Promise<number> {
  const dropped = await unsafeFindWaiting(app, 'removing', app.clock.now().subtract(removedAfter));
  for (const { organisation_id: organisationId, id } of dropped) {
    await app.files.store.remove({ organisationId, id });
    const tenant = await tenantById(app, organisationId);
    await write(app, tenant, {}, (tx) => deleteFileRow(tx, id));
  }
  return dropped.length;
}

/** Has waiting files scanned; without a scanner (it was switched off) they need not wait. Throws while it is down. */
export async function scanPending(app: App): Promise<number> {
  const waiting = await unsafeFindWaiting(app, 'pending', app.clock.now());
  for (const file of waiting) {
    const threat = await scan(app, file);
    const tenant = await tenantById(app, file.organisation_id);
    await write(app, tenant, {}, async (tx) => {
      const row = await lockFile(tx, file.id);
      if (row?.state !== 'pending') return;
      await setFileState(tx, row.id, threat === null ? 'ready' : 'quarantined', threat);
      if (threat === null) return;
      const facts = { file_name: row.file_name, threat, subject_kind: row.subject_kind };
      await record(tx, 'file.quarantined', row.id, { ...facts, subject_id: row.subject_id });
    });
  }
  return waiting.length;
}

async function scan({ files }: App, file: Waiting): Promise<string | null> {
  if (!files.scanner) return null;
  const key = { organisationId: file.organisation_id, id: file.id };
  return files.scanner.scan(await files.store.read(key, 0, file.bytes));
}
