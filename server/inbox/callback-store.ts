import type { App } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';

export type CallbackKind = 'twilio-status' | 'twilio-text' | 'whatsapp';

/** What a provider told us, as it came. */
export type KeptCallback = {
  id: string;
  kind: CallbackKind;
  query: string;
  body: Buffer;
  content_type: string;
  received_at: string;
  attempts: number;
};

/** A callback at the door. */
export type Came = {
  target: string;
  body: Buffer;
  contentType: string | null;
  at: Temporal.Instant;
};

/** The loop that makes something of callbacks. */
export const callbackLoop = 'callbacks';

/**
 * Keeps a callback as it came, before anything is made of it; the same `key` of a kind is kept once.
 * Returns whether it is new. Callbacks belong to no organisation: providers know none.
 */
export async function keepCallback(
  app: App,
  kind: CallbackKind,
  key: string,
  came: Came,
): Promise<boolean> {
  const now = came.at.toString();
  const kept = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .insertInto('callback')
      .values({
        id: newId(),
        ...{ kind, key: key.slice(0, 500), body: came.body },
        query: came.target.split('?')[1] ?? '',
        content_type: came.contentType ?? '',
        received_at: now,
        due_at: now,
      })
      .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst(),
  );
  app.loops.poke(callbackLoop);
  return kept !== undefined;
}

const batchSize = 50;
/** A worker that dies has its callbacks no longer than this. */
const leaseSeconds = 60;

/** Takes callbacks that are due, oldest first; other workers leave them alone for a minute. */
export async function unsafeTakeCallbacks(app: App): Promise<KeptCallback[]> {
  const now = app.clock.now();
  return unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .with('due', (cte) =>
        cte
          .selectFrom('callback')
          .select('id')
          .where('processed_at', 'is', null)
          .where('due_at', '<=', now.toString())
          .orderBy('due_at')
          .limit(batchSize)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('callback')
      .from('due')
      .set((eb) => ({
        due_at: now.add({ seconds: leaseSeconds }).toString(),
        attempts: eb('attempts', '+', 1),
      }))
      .whereRef('callback.id', '=', 'due.id')
      .returning([
        'callback.id',
        'kind',
        'query',
        'body',
        'content_type',
        'received_at',
        'attempts',
      ])
      .execute(),
  );
}

/** What became of a callback: processed, with what of it could not be read; or again at `againAt`. */
export async function unsafeFinishCallback(
  app: App,
  id: string,
  failure: string | null,
  againAt: Temporal.Instant | null,
): Promise<void> {
  const done = againAt
    ? { due_at: againAt.toString() }
    : { processed_at: app.clock.now().toString() };
  await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .updateTable('callback')
      .set({ failure: failure?.slice(0, 500) ?? null, ...done })
      .where('id', '=', id)
      .execute(),
  );
}
