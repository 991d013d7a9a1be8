import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The unprivileged system account that PostgreSQL runs as when we are root. */
export type Account = { readonly uid: number; readonly gid: number };

const ours = 'callboard';
const usual = ['postgres', '_postgres'];
const waysToMakeIt: readonly [string, ...string[]][] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', ours],
  // Alpine and other BusyBox systems.
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', ours],
];

/** Whom to run PostgreSQL as: made if need be; nobody else unless we are root. */
export async function ensureAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const attempt of [1, 2, 3]) {
    const found = await lookUp(ours);
    if (found) return found;
    for (const [program, ...args] of waysToMakeIt) {
      await execute(program, args).catch(() => undefined);
    }
    // useradd gives up at once when another process has the list of accounts open.
    if (!(await lookUp(ours))) await sleep(attempt * 200);
  }
  for (const name of usual) {
    const found = await lookUp(name);
    if (found) return found;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no account "${ours}" could be made for it. Make one (useradd --system ${ours}), start Callboard as an ordinary user, or set DATABASE_URL.`,
  );
}

/** As root, PostgreSQL runs as whoever owns its cluster. */
export async function accountOf(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid, gid } = await stat(cluster);
  if (uid !== 0) return { uid, gid };
  // Restored from a backup by root.
  const account = await ensureAccount();
  if (account) await execute('chown', ['-R', `${account.uid}:${account.gid}`, cluster]);
  return account;
}

/** Whether the account may enter every folder on the way to a path, and the path itself. */
export async function canReach(target: string, account: Account | undefined): Promise<boolean> {
  if (!account) return true;
  for (let at = target; ; at = path.dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const uid = await execute('id', ['-u', name]);
    const gid = await execute('id', ['-g', name]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
