import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Place, runAs } from './place.ts';

/** Runs initdb beside the final place and renames, so that a killed first start leaves nothing half made. */
export async function initialiseCluster(
  place: Place,
  options: { superuser: string; password: string; fsync: boolean },
): Promise<void> {
  const unfinished = `${place.cluster}.unfinished`;
  const passwordFile = `${place.cluster}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  if (place.account) {
    await chown(unfinished, place.account.uid, place.account.gid);
    await chown(passwordFile, place.account.uid, place.account.gid);
  }
  try {
    await run(place, 'initdb', [
      `--pgdata=${unfinished}`,
      `--username=${options.superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // PostgreSQL's own C.UTF-8: the same order and case rules on every operating system.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(options.fsync ? [] : ['--no-sync']),
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, place.cluster);
}

function run(place: Place, program: string, args: string[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const file = path.join(place.binaries, 'bin', program);
  execFile(file, args, runAs(place), (error, _stdout, stderr) => {
    if (!error) return resolve();
    reject(new Error(`PostgreSQL could not make its data folder: ${stderr || error.message}`));
  });
  return promise;
}
