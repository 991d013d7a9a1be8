import { once } from 'node:events';
import type pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { ConfigError } from '../config.ts';
import type { Table } from './tables.ts';

/** Writes chunks of COPY text into tables, one table after the other. */
export type Loader = {
  write(table: string, bytes: Buffer): Promise<void>;
  /** Ends the last table; rows by table. */
  end(): Promise<Record<string, number>>;
};

/** A loader in `client`'s transaction; the first chunk of a table begins with its columns' names. */
export function openLoader(client: pg.Client, tables: readonly Table[]): Loader {
  const loaded: Record<string, number> = {};
  let current: { name: string; into: CopyStreamQuery; ended: Promise<unknown> } | null = null;

  function begin(name: string, bytes: Buffer): Buffer {
    const table = tables.find((one) => one.name === name);
    const end = bytes.indexOf('\n');
    const columns = bytes.subarray(0, end).toString().split('\t');
    const strange = columns.find((column) => !table?.columns.includes(column));
    if (!table || strange) {
      throw new ConfigError(
        `The backup has ${name}.${strange ?? ''}, which this database has not.`,
      );
    }
    const into = client.query(copyFrom(`COPY ${name} (${columns.join(', ')}) FROM STDIN`));
    const ended = once(into, 'finish');
    ended.catch(() => {});
    current = { name, into, ended };
    return bytes.subarray(end + 1);
  }

  async function finish(): Promise<void> {
    if (!current) return;
    const { name, into, ended } = current;
    current = null;
    into.end();
    await ended;
    loaded[name] = into.rowCount;
  }

  return {
    async write(name, bytes) {
      if (current?.name !== name) {
        await finish();
        bytes = begin(name, bytes);
      }
      if (!current?.into.write(bytes))
        await Promise.race([once(current!.into, 'drain'), current!.ended]);
    },
    async end() {
      await finish();
      return loaded;
    },
  };
}
