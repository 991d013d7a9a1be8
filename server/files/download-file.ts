import { downloadFile as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { type App, read, write } from '../platform/app.ts';
import { Content } from '../platform/content.ts';
import { type FileLink, readFileToken } from '../platform/files/file-link.ts';
import { type Range, readRange } from '../platform/files/range.ts';
import { DamagedFile, readStored } from '../platform/files/read-stored.ts';
import { unavailable } from '../platform/files/refusals.ts';
import { dispositionOf } from '../platform/files/safe-name.ts';
import { MissingFile } from '../platform/files/store.ts';
import { forbidden, found, Refusal } from '../platform/problem.ts';
import type { Tenant } from '../platform/scope.ts';
import { type FileBytes, getFileBytes } from './file-row.ts';
import { setFileState } from './file-store.ts';

/** What a page of ours may do with such bytes, if a browser ever takes them for a page: nothing. */
const policy = "sandbox; default-src 'none'";

/**
 * A file's bytes, or a range of them, for whoever has its address. Each block is held against its hash
 * first; what is not what was stored is never given away, and the file is marked.
 */
export const downloadFile = publicCall(route, async ({ app, params, raw }) => {
  const link = openLink(app, params.token);
  const tenant: Tenant = { id: link.organisationId, name: '', slug: '', timeZone: 'UTC' };
  const file = found(await read(app, tenant, (scope) => getFileBytes(scope, link.id)));
  refuseUnready(file);
  const tag = `"${file.sha256.toString('base64url')}"`;
  const range = rangeOf(raw.header('range'), raw.header('if-range'), file.bytes, tag);
  const body = await openBytes(app, tenant, file, range ?? { from: 0, to: file.bytes });
  return new Content(
    file.media_type,
    body,
    headersOf(app, link, file, tag, range),
    range ? 206 : 200,
  );
});

function openLink(app: App, token: string): FileLink {
  const link = readFileToken(app.secrets, token);
  if (!link) throw forbidden('This address was not made here, or was changed.', 'link_invalid');
  if (link.untilSeconds * 1_000 < app.clock.now().epochMilliseconds) {
    throw forbidden('This address has expired. Open the page anew.', 'link_expired');
  }
  return link;
}

const whyNot: Partial<Record<FileBytes['state'], string>> = {
  pending: 'This file waits for the virus scanner. Try again in a few minutes.',
  quarantined: 'The virus scanner found something in this file: nobody is given it.',
  lost: 'This file is no longer in the store. Ask for it to be sent again.',
  damaged: 'This file is damaged in the store. Ask for it to be sent again.',
};

function refuseUnready({ state }: FileBytes): void {
  const why = whyNot[state];
  if (why) throw new Refusal(409, 'file_not_ready', why, { file_state: state });
}

function rangeOf(
  header: string | null,
  ifRange: string | null,
  bytes: number,
  tag: string,
): Range | null {
  if (ifRange !== null && ifRange !== tag) return null;
  const range = readRange(header, bytes);
  if (range !== 'none') return range;
  throw new Refusal(416, 'range_not_satisfiable', `The file has ${bytes} bytes.`, { bytes });
}

async function openBytes(app: App, tenant: Tenant, file: FileBytes, range: Range) {
  const key = { organisationId: tenant.id, id: file.id };
  try {
    const body = await readStored(app.files.store, { ...file, key }, range);
    body.once('error', (error) => void mark(app, tenant, file, error));
    return body;
  } catch (error) {
    const state = await mark(app, tenant, file, error);
    if (!state) throw unavailable();
    throw new Refusal(409, 'file_not_ready', whyNot[state] ?? '', { file_state: state });
  }
}

/** Marks a file that is not in the store, or not as it was; null for an error of another kind. */
async function mark(app: App, tenant: Tenant, { id }: FileBytes, error: unknown) {
  const state = stateAfter(error);
  app.log.error({ err: error, file: id }, 'a stored file could not be read');
  if (state) {
    await write(app, tenant, {}, (tx) => setFileState(tx, id, state)).catch((err) =>
      app.log.error({ err, file: id }, 'nor marked'),
    );
  }
  return state;
}

function stateAfter(error: unknown): 'lost' | 'damaged' | null {
  if (error instanceof MissingFile) return 'lost';
  return error instanceof DamagedFile ? 'damaged' : null;
}

function headersOf(app: App, link: FileLink, file: FileBytes, tag: string, range: Range | null) {
  const leftSeconds = link.untilSeconds - Math.floor(app.clock.now().epochMilliseconds / 1_000);
  const { from, to } = range ?? { from: 0, to: file.bytes };
  return {
    'Accept-Ranges': 'bytes',
    'Cache-Control': `private, max-age=${Math.max(0, leftSeconds)}, no-transform`,
    'Content-Disposition': dispositionOf(link.as, file.file_name),
    'Content-Length': String(to - from),
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
    ...(range && { 'Content-Range': `bytes ${from}-${to - 1}/${file.bytes}` }),
  };
}
