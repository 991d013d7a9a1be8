import { readdir } from 'node:fs/promises';
import type { StoredFile } from '../../contract/files/stored-file.ts';
import type { FileKind } from '../../contract/platform/route.ts';
import { write } from '../platform/app.ts';
import { receiveFile } from '../platform/files/receive-file.ts';
import { Uploads } from '../platform/files/uploads.ts';
import { tenantById } from '../platform/tenant.ts';
import type { World } from '../testing/open-world.ts';
import { presentFile } from './present-file.ts';
import { saveFile } from './save-file.ts';

/** Ids of all files that lie in the store, and the names of uploads that wait. */
export async function filesOnDisk(world: World): Promise<string[]> {
  const { store, incoming } = world.program.app.files;
  const ids: string[] = await readdir(incoming);
  for await (const { id } of store.list()) ids.push(id);
  return ids.sort();
}

/** Takes a file in as a form would, of whatever kind, and saves it as someone's; they may see it. */
export async function stored(
  world: World,
  bytes: Buffer,
  name: string,
  { who = 'cleo' as keyof World['ids'], kinds = ['document'] as FileKind[] } = {},
): Promise<StoredFile> {
  const { app } = world.program;
  const [person] = await world.sql<{ organisation: string }>(
    'SELECT organisation_id AS organisation FROM person WHERE id = $1',
    [world.ids[who]],
  );
  const tenant = await tenantById(app, person?.organisation ?? '');
  const arriving = { field: 'file', name, bytes: inChunks(bytes) };
  const incoming = await receiveFile(app.files, arriving, { kinds, bytesMax: 50_000_000, most: 1 });
  const uploads = new Uploads(app, { file: [incoming] });
  try {
    const [received] = (await uploads.store(tenant.id)).file ?? [];
    if (!received) throw new Error('nothing was received');
    const subject = { kind: 'person', id: world.ids[who] };
    const row = await write(app, tenant, {}, (tx) =>
      saveFile(tx, received, subject, world.ids[who]),
    );
    return presentFile({ tenant, now: app.clock.now(), secrets: app.secrets }, row);
  } finally {
    await uploads.discard();
  }
}

async function* inChunks(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
