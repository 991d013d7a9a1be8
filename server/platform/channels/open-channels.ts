import type { Clock } from '../clock.ts';
import { type Config, isLoopback } from '../config.ts';
import type { MailTransport } from '../mail-transport.ts';
import type { Secrets } from '../secrets.ts';
import type { Channel, ChannelName, Outgoing } from './channel.ts';
import { mailChannel } from './mail-channel.ts';
import type { TwilioSettings, WhatsAppSettings } from './settings.ts';
import { twilioChannel } from './twilio-channel.ts';
import { whatsAppChannel } from './whatsapp-channel.ts';

/** All ways out, and what their callbacks are checked with. */
export type Channels = Readonly<Record<ChannelName, Channel>> & {
  readonly twilio: TwilioSettings;
  readonly whatsApp: WhatsAppSettings;
  close(): Promise<void>;
};

type Options = {
  config: Config;
  clock: Clock;
  secrets: Secrets;
  mail: MailTransport;
  /** Where this program is reached from this machine, for the callbacks of simulators. */
  here: () => string;
};

const pace = { sent: 300, delivered: 1_500 };

/** The channels as configured; a provider without credentials is simulated on this machine. */
export function openChannels(options: Options): Channels {
  const twilio = options.config.twilio ?? simulatedTwilio(options.secrets);
  const whatsApp = options.config.whatsApp ?? simulatedWhatsApp(options.secrets);
  const email = mailChannel(options.mail);
  const sms = options.config.twilio
    ? realTwilio(options.config.twilio, options)
    : simulated('sms', 5, () => openTwilio(twilio, options));
  const whatsapp = options.config.whatsApp
    ? whatsAppChannel(options.config.whatsApp, { clock: options.clock, simulated: false })
    : simulated('whatsapp', 120, () => openWhatsApp(whatsApp, options));
  return {
    ...{ email, sms, whatsapp, twilio, whatsApp },
    async close() {
      await Promise.all([email.close(), sms.close(), whatsapp.close()]);
    },
  };
}

// Twilio refuses a message whose callback address it can't reach: then there are no callbacks.
function realTwilio(settings: TwilioSettings, { config, clock }: Options): Channel {
  const hearsFrom =
    isLoopback(new URL(settings.apiUrl).hostname) || !isLoopback(new URL(config.url).hostname);
  const callbackUrl = hearsFrom ? statusUrl(config) : null;
  return twilioChannel(settings, { clock, simulated: false, callbackUrl });
}

function statusUrl({ url }: Config) {
  return ({ organisationId, id }: Outgoing) =>
    `${url}/api/webhooks/twilio/status?organisation=${organisationId}&message=${id}`;
}

// The same on every node, so that one checks what another's simulator signs.
function simulatedTwilio(secrets: Secrets): TwilioSettings {
  const token = secrets.mac('twilio-simulator').toString('hex').slice(0, 32);
  return {
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: token,
    secrets: [{ value: token, until: null }],
    from: '+15550001111',
    apiUrl: '',
  };
}

function simulatedWhatsApp(secrets: Secrets): WhatsAppSettings {
  const token = secrets.mac('whatsapp-simulator').toString('hex');
  return {
    phoneNumberId: '100000000000001',
    accessToken: token,
    secrets: [{ value: token, until: null }],
    verifyToken: token,
    template: 'callboard_notice',
    templateLanguage: 'en',
    apiUrl: '',
  };
}

async function openTwilio(settings: TwilioSettings, { config, clock, here }: Options) {
  const { openTwilioSimulator } = await import('../simulators/twilio.ts');
  const reach = (url: string) => url.replace(config.url, here());
  const simulator = await openTwilioSimulator({ clock, settings, reach, pace });
  const channel = twilioChannel(
    { ...settings, apiUrl: simulator.url },
    { clock, simulated: true, callbackUrl: statusUrl(config) },
  );
  return { channel, close: () => simulator.close() };
}

async function openWhatsApp(settings: WhatsAppSettings, { clock, here }: Options) {
  const { openWhatsAppSimulator } = await import('../simulators/whatsapp.ts');
  const callback = () => `${here()}/api/webhooks/whatsapp`;
  const simulator = await openWhatsAppSimulator({ clock, settings, callback, pace });
  const channel = whatsAppChannel(
    { ...settings, apiUrl: simulator.url },
    { clock, simulated: true },
  );
  return { channel, close: () => simulator.close() };
}

/** A channel whose simulator is opened at the first message: most programs never send one. */
function simulated(
  name: ChannelName,
  settleSeconds: number,
  open: () => Promise<{ channel: Channel; close(): Promise<void> }>,
): Channel {
  let opened: ReturnType<typeof open> | null = null;
  const ready = async () => {
    opened ??= open();
    return (await opened).channel;
  };
  return {
    ...{ name, settleSeconds, simulated: true },
    send: async (message) => (await ready()).send(message),
    find: async (message, since, except) =>
      (await (await ready()).find?.(message, since, except)) ?? null,
    close: async () => (await opened)?.close(),
  };
}
