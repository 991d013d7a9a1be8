import { access, constants, mkdir, readFile, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { type Finding, finding } from './finding.ts';

const gigabyte = 2 ** 30;

/** Settings, secret and disk. */
export async function checkMachine(config: Config): Promise<Finding[]> {
  return [
    finding('settings', `people reach it at ${config.url}; data in ${config.dataFolder}`, {
      warn:
        !config.local &&
        config.url.startsWith('http:') &&
        `people reach it at ${config.url}, unencrypted: put a TLS proxy in front (CALLBOARD_URL)`,
    }),
    await checkSecret(config),
    await checkDisk(config),
  ];
}

async function checkSecret(config: Config): Promise<Finding> {
  if (config.secret) return finding('secret', 'from CALLBOARD_SECRET');
  const file = join(config.dataFolder, 'secret');
  const kept = await readFile(file, 'utf8').catch(() => '');
  const { mode } = await stat(file).catch(() => ({ mode: 0o600 }));
  const open = process.platform !== 'win32' && (mode & 0o077) !== 0;
  return finding('secret', kept ? `in ${file}` : 'made at the first start', {
    fail: open && `${file} can be read by others: chmod 600 it`,
  });
}

async function checkDisk(config: Config): Promise<Finding> {
  await mkdir(config.dataFolder, { recursive: true });
  const writable = await access(config.dataFolder, constants.W_OK).then(
    () => true,
    () => false,
  );
  const { bavail, bsize } = await statfs(config.dataFolder);
  const free = bavail * bsize;
  const says = `${(free / gigabyte).toFixed(1)} GB free in ${config.dataFolder}`;
  return finding('disk', says, {
    fail: !writable
      ? `${config.dataFolder} can't be written`
      : free < gigabyte / 5 && `only ${says}: PostgreSQL stops when it is full`,
    warn: free < gigabyte && `only ${says}`,
  });
}
