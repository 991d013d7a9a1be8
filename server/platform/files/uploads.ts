import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { App } from '../app.ts';
import type { Incoming } from './receive-file.ts';
import { unavailable } from './refusals.ts';
import type { FileSettings } from './settings.ts';
import type { FileKey } from './store.ts';

/** What the scanner said: nothing bad, or it could not be asked, or what it found. */
export type Verdict = { state: 'ready' | 'pending' } | { state: 'quarantined'; threat: string };

/**
 * A file that lies in the store, under the id it will have. Whoever saves it (`saveFile`) makes it stay:
 * what was not saved when the call ends is removed again.
 */
export type Received = Omit<Incoming, 'path'> & {
  verdict: Verdict;
  limits: Pick<FileSettings, 'personBytesMax' | 'organisationBytesMax'>;
  kept: boolean;
};

/** The files of a call, by field; a field without any has an empty list. */
export type ReceivedFiles<Field extends string = string> = Readonly<Record<Field, Received[]>>;

type Parts = Pick<App, 'files' | 'log'>;

/** The files that came with a request: on this machine first, then in the store, then saved or gone. */
export class Uploads {
  private readonly app: Parts;
  private readonly incoming: Readonly<Record<string, Incoming[]>>;
  private stored: { organisationId: string; files: ReceivedFiles } | null = null;

  constructor(app: Parts, incoming: Readonly<Record<string, Incoming[]>>) {
    this.app = app;
    this.incoming = incoming;
  }

  /** What a repeated call is known by: the hashes of its files. */
  get digest(): unknown {
    return Object.entries(this.incoming).map(([field, files]) => [
      field,
      files.map(({ fileName, sha256 }) => [fileName, sha256.toString('hex')]),
    ]);
  }

  /** Has the files scanned and puts them into the store of an organisation. */
  async store(organisationId: string): Promise<ReceivedFiles> {
    const files: Record<string, Received[]> = {};
    this.stored = { organisationId, files };
    for (const [field, incoming] of Object.entries(this.incoming)) {
      files[field] = [];
      for (const one of incoming) files[field].push(await this.storeOne(organisationId, one));
    }
    return files;
  }

  /** Removes what nobody has saved; run when the call has ended, however it did. */
  async discard(): Promise<void> {
    const { organisationId = '', files = {} } = this.stored ?? {};
    const received = Object.values(files).flat();
    for (const { id, kept } of received) {
      // What can't be removed now has no row: the nightly sweep takes it away.
      if (!kept) await this.app.files.store.remove({ organisationId, id }).catch(() => {});
    }
    for (const { path } of Object.values(this.incoming).flat()) await rm(path, { force: true });
  }

  private async storeOne(organisationId: string, incoming: Incoming): Promise<Received> {
    const { path, ...facts } = incoming;
    const verdict = await this.scan(path);
    await this.put({ organisationId, id: incoming.id }, path);
    return { ...facts, verdict, limits: this.app.files.settings, kept: false };
  }

  private async put(key: FileKey, path: string): Promise<void> {
    try {
      await this.app.files.store.put(key, path);
    } catch (error) {
      this.app.log.error({ err: error }, 'the file store takes nothing');
      throw unavailable();
    }
  }

  private async scan(path: string): Promise<Verdict> {
    const { scanner } = this.app.files;
    if (!scanner) return { state: 'ready' };
    try {
      const threat = await scanner.scan(createReadStream(path));
      return threat === null ? { state: 'ready' } : { state: 'quarantined', threat };
    } catch (error) {
      this.app.log.warn({ err: error }, 'the virus scanner does not answer: a file waits for it');
      return { state: 'pending' };
    }
  }
}
