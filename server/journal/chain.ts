import { createHash } from 'node:crypto';

/** What of a journal entry is sealed. Places in the journal (xid, seq) are not: a restore renumbers them. */
export type SealedFacts = {
  organisation_id: string;
  id: string;
  at: string;
  event: string;
  actor_id: string | null;
  subject_kind: string;
  subject_id: string;
  data: unknown;
  cause_id: string | null;
  request_id: string | null;
};

/** The hash before the first entry of a chain. */
export const genesis = Buffer.alloc(32);

/** SHA-256 over the hash before and the entry in canonical form (RFC 8785: sorted keys, no spaces). */
export function sealHash(previous: Buffer, number: bigint, facts: SealedFacts): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(`${number}\n${canonical(facts)}`)
    .digest();
}

/** JSON with its keys sorted at every depth. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${fields.join(',')}}`;
}
