import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { deriveSecrets, openSecrets } from './secrets.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'callboard-secrets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const configOf = (name: string, secret?: string) =>
  readConfig({ CALLBOARD_DATA: join(folder, name), ...(secret && { CALLBOARD_SECRET: secret }) });

test('the secret is made once, for the program’s user only, and stays', async () => {
  const config = configOf('one');
  const all = await Promise.all([openSecrets(config), openSecrets(config), openSecrets(config)]);
  const again = await openSecrets(config);
  for (const secrets of all) expect(secrets.accessKey).toEqual(again.accessKey);
  const file = join(folder, 'one', 'secret');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).length).toBe(64);
});

test('another installation has another; a given one is used', async () => {
  const [one, two] = [await openSecrets(configOf('one')), await openSecrets(configOf('two'))];
  expect(one.accessKey).not.toEqual(two.accessKey);
  const given = 'Zt4vB1q9LmXw7RkUe3HsYc8NfJd5GpAo';
  const opened = await openSecrets(configOf('three', given));
  expect(opened.accessKey).toEqual(deriveSecrets(given).accessKey);
});

test('each key is for one use', () => {
  const secrets = deriveSecrets('one');
  expect(secrets.accessKey).toHaveLength(32);
  const mac = secrets.mac('text');
  expect(mac).toHaveLength(24);
  expect(secrets.checkMac('text', mac)).toBe(true);
  expect(secrets.checkMac('other', mac)).toBe(false);
  expect(secrets.checkMac('text', mac.subarray(0, 23))).toBe(false);
  expect(secrets.checkMac('text', Buffer.alloc(0))).toBe(false);
  expect(deriveSecrets('two').checkMac('text', mac)).toBe(false);
});

test('what is sealed for one use opens for that use only, unchanged, and with this secret', () => {
  const secrets = deriveSecrets('a');
  const sealed = secrets.seal('one', Buffer.from('JBSWY3DP'));
  expect(sealed.toString('latin1')).not.toContain('JBSWY3DP');
  expect(secrets.unseal('one', sealed).toString()).toBe('JBSWY3DP');
  expect(secrets.seal('one', Buffer.from('JBSWY3DP'))).not.toEqual(sealed);
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => secrets.unseal('one', changed)).toThrow();
  expect(() => secrets.unseal('two', sealed)).toThrow();
  expect(() => deriveSecrets('b').unseal('one', sealed)).toThrow();
});
