import type { App } from '../platform/app.ts';
import { readTwilioFields } from '../platform/callbacks/twilio-signature.ts';
import type { Loop } from '../platform/loops.ts';
import {
  callbackLoop,
  type KeptCallback,
  unsafeFinishCallback,
  unsafeTakeCallbacks,
} from './callback-store.ts';
import { type Follow, nobodyFollows } from './follow.ts';
import { takeReport } from './take-report.ts';
import { takeText } from './take-text.ts';
import type { Told } from './told.ts';
import { statusByTwilio, textByTwilio } from './told-by-twilio.ts';
import { toldByWhatsApp } from './told-by-whatsapp.ts';

const attemptsMax = 10;

/** The loop that makes of callbacks what they mean. */
export function callbacks(app: App, follow: Follow): Loop {
  return {
    name: callbackLoop,
    everyMs: 50,
    async look() {
      try {
        return await processCallbacks(app, follow);
      } catch (error) {
        app.log.warn({ err: error }, 'callbacks could not be read');
        return 0;
      }
    },
    ended: async () => {},
  };
}

/**
 * One batch of callbacks that are due, oldest first; returns how many. Safe to run twice: what a callback
 * tells is told once. One that can't be processed is tried again later, and given up after ten times.
 */
export async function processCallbacks(app: App, follow: Follow = nobodyFollows): Promise<number> {
  const due = await unsafeTakeCallbacks(app);
  for (const callback of due) await processOne(app, callback, follow);
  return due.length;
}

async function processOne(app: App, callback: KeptCallback, follow: Follow): Promise<void> {
  try {
    const told = read(callback);
    for (const report of told.reports) await takeReport(app, report, follow);
    const at = Temporal.Instant.from(callback.received_at);
    for (const text of told.texts) await takeText(app, text, at);
    await unsafeFinishCallback(app, callback.id, told.unread.join('; ') || null, null);
  } catch (error) {
    app.log.error({ err: error, callback: callback.id }, 'callback');
    const failure = error instanceof Error ? error.message : String(error);
    const isLast = callback.attempts >= attemptsMax;
    const again = app.clock.now().add({ seconds: 2 ** callback.attempts });
    await unsafeFinishCallback(app, callback.id, failure, isLast ? null : again);
  }
}

function read({ kind, query, body, content_type }: KeptCallback): Told {
  if (kind === 'whatsapp') return toldByWhatsApp(body);
  const form = readTwilioFields(body, content_type) ?? {};
  return kind === 'twilio-status' ? statusByTwilio(query, form) : textByTwilio(form);
}
