import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../platform/app.ts';
import type { Queue } from '../platform/jobs.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { sealJournal } from './seal-journal.ts';

/** The head of a chain as it stood, signed (Ed25519) and kept outside the database. */
export type Anchor = {
  at: string;
  organisation_id: string;
  number: string;
  hash: string;
  signature: string;
};

/** Daily: the head of every chain goes, signed, into a file, so that a cut-off end is noticed. */
export function anchoring(app: App): Queue {
  return {
    name: 'anchor-journal',
    batch: 1,
    retries: 2,
    cron: '10 0 * * *',
    async handle() {
      await anchorJournal(app);
    },
  };
}

/** Seals what is open, then signs every head that has moved since its last anchor. */
export async function anchorJournal(app: Pick<App, 'systemPool' | 'config' | 'clock'>) {
  await sealJournal(app);
  const heads = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('journal_seal')
      .distinctOn('organisation_id')
      .select(['organisation_id', 'number', 'hash'])
      .orderBy('organisation_id')
      .orderBy('number', 'desc')
      .execute(),
  );
  const known = new Map(
    (await readAnchors(app.config.dataFolder)).map((a) => [a.organisation_id, a.number]),
  );
  const key = await signingKey(app.config.dataFolder);
  const lines = heads
    .filter((head) => known.get(head.organisation_id) !== head.number)
    .map((head) => {
      const facts = {
        at: app.clock.now().toString(),
        organisation_id: head.organisation_id,
        number: head.number,
        hash: head.hash.toString('hex'),
      };
      const signature = sign(null, Buffer.from(signedText(facts)), key).toString('base64url');
      return `${JSON.stringify({ ...facts, signature })}\n`;
    });
  if (lines.length > 0) await appendFile(anchorFile(app.config.dataFolder), lines.join(''));
  return lines.length;
}

/** All anchors, oldest first; throws when one was not signed by this installation. */
export async function readAnchors(folder: string): Promise<Anchor[]> {
  const text = await readFile(anchorFile(folder), 'utf8').catch(() => '');
  const anchors = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Anchor);
  if (anchors.length === 0) return [];
  const key = createPublicKey(await signingKey(folder));
  for (const anchor of anchors) {
    const signature = Buffer.from(anchor.signature, 'base64url');
    if (!verify(null, Buffer.from(signedText(anchor)), key, signature)) {
      throw new Error(`The anchor of ${anchor.at} for ${anchor.organisation_id} is forged.`);
    }
  }
  return anchors;
}

/** When the newest anchor was made; null without any. */
export async function newestAnchor(folder: string): Promise<string | null> {
  return (await readAnchors(folder)).at(-1)?.at ?? null;
}

function signedText({ at, organisation_id, number, hash }: Omit<Anchor, 'signature'>): string {
  return `${at} ${organisation_id} ${number} ${hash}`;
}

const anchorFile = (folder: string) => join(folder, 'journal-anchors.jsonl');

async function signingKey(folder: string) {
  const file = join(folder, 'journal-key.pem');
  await mkdir(folder, { recursive: true });
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  await writeFile(file, fresh, { flag: 'wx', mode: 0o600 }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return createPrivateKey(await readFile(file));
}
