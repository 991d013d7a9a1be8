import { createHmac } from 'node:crypto';
import twilio from 'twilio';
import type { TwilioSettings, WhatsAppSettings } from '../platform/channels/settings.ts';
import type { Config } from '../platform/config.ts';
import { openTwilioSimulator, type TwilioSimulator } from '../platform/simulators/twilio.ts';
import { openWhatsAppSimulator, type WhatsAppSimulator } from '../platform/simulators/whatsapp.ts';
import { whenDone } from './open-things.ts';
import { openWorld, type World } from './open-world.ts';

/** Where the world says that it is reached; signatures are over this address. */
export const publicUrl = 'http://localhost:3000';
export const cleosPhone = '+447700900123';

/** A world whose texts go to simulators that tell nothing by themselves. */
export type Providers = {
  world: World;
  organisation: string;
  twilio: TwilioSimulator;
  whatsApp: WhatsAppSimulator;
  settings: { twilio: TwilioSettings; whatsApp: WhatsAppSettings };
};

/** Opens it; Cleo has a phone. */
export async function openProviders(
  config: Partial<Config> = {},
  secrets: Partial<Record<'twilio' | 'whatsApp', TwilioSettings['secrets']>> = {},
): Promise<Providers> {
  let world: World | null = null;
  const clock = { now: () => world?.clock.now() ?? Temporal.Instant.from('2026-11-20T09:00:00Z') };
  const here = () => world?.origin ?? '';
  const sms = {
    accountSid: `AC${'1'.repeat(32)}`,
    authToken: '0123456789abcdef0123456789abcdef',
    secrets: [{ value: '0123456789abcdef0123456789abcdef', until: null }],
    from: '+15550009999',
    ...(secrets.twilio && { secrets: secrets.twilio }),
  };
  const notes = {
    phoneNumberId: '106540352242922',
    accessToken: 'token-of-the-harbour',
    secrets: secrets.whatsApp ?? [{ value: 'app-of-the-harbour', until: null }],
    verifyToken: 'a lantern at the door',
    template: 'callboard_notice',
    templateLanguage: 'en',
  };
  const reach = (url: string) => url.replace(publicUrl, here());
  const twilio = await openTwilioSimulator({ clock, settings: sms, reach, pace: null });
  const callback = () => `${here()}/api/webhooks/whatsapp`;
  const whatsApp = await openWhatsAppSimulator({ clock, settings: notes, callback, pace: null });
  whenDone(async () => {
    await Promise.all([twilio.close(), whatsApp.close()]);
  });
  const settings = {
    twilio: { ...sms, apiUrl: twilio.url },
    whatsApp: { ...notes, apiUrl: whatsApp.url },
  };
  world = await openWorld({ config: { ...settings, ...config } });
  await world.sql('UPDATE person SET phone_number = $2 WHERE id = $1', [
    ...[world.ids.cleo, cleosPhone],
  ]);
  const [cleo] = await world.sql<{ organisation_id: string }>(
    'SELECT organisation_id FROM person WHERE id = $1',
    [world.ids.cleo],
  );
  return { world, organisation: cleo?.organisation_id ?? '', twilio, whatsApp, settings };
}

/** What a test changes of a callback that is otherwise as the provider makes it. */
type Over = { body?: string; headers?: Record<string, string>; secret?: string; signed?: string };

/** Posts a form to `path` as Twilio does. */
export function postAsTwilio(
  { world, settings }: Providers,
  path: string,
  params: Record<string, string>,
  over: Over = {},
): Promise<Response> {
  const secret = over.secret ?? settings.twilio.authToken;
  const url = over.signed ?? `${publicUrl}${path}`;
  return fetch(`${world.origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(secret, url, params),
      ...over.headers,
    },
    body: over.body ?? new URLSearchParams(params).toString(),
  });
}

/** Posts a body as Meta does. */
export function postAsMeta(
  { world, settings }: Providers,
  body: string,
  over: Over = {},
): Promise<Response> {
  const secret = over.secret ?? settings.whatsApp.secrets[0]?.value ?? '';
  const mac = createHmac('sha256', secret).update(body).digest('hex');
  return fetch(`${world.origin}/api/webhooks/whatsapp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-hub-signature-256': `sha256=${mac}`,
      ...over.headers,
    },
    body: over.body ?? body,
  });
}

/** A message to Cleo that its provider took, as `provider_id`; returns its id. */
export async function sentMessage(
  { world, organisation }: Providers,
  channel: 'sms' | 'whatsapp',
  providerId: string,
): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `WITH entry AS (
       INSERT INTO journal (organisation_id, id, at, event, subject_kind, subject_id, data)
       VALUES ($1, gen_random_uuid(), $2, 'person.added', 'person', $3, '{}') RETURNING id)
     INSERT INTO message (organisation_id, id, journal_id, person_id, channel, address, template, data,
       status, attempts, due_at, created_at, sent_at, provider_id)
     SELECT $1, gen_random_uuid(), id, $3, $4, $5, 'added', '{"inviter": "Ada"}', 'sent', 1, $2, $2, $2, $6
     FROM entry RETURNING id`,
    [organisation, world.clock.now().toString(), world.ids.cleo, channel, cleosPhone, providerId],
  );
  await world.sql(
    `INSERT INTO attempt (organisation_id, message_id, number, started_at, ended_at, outcome, provider_id)
     VALUES ($1, $2, 1, $3, $3, 'sent', $4)`,
    [organisation, row?.id, world.clock.now().toString(), providerId],
  );
  return row?.id ?? '';
}
