import { ConfigError } from '../config-error.ts';

/** A secret that signs callbacks; an old one counts until its rotation is over. */
export type SigningSecret = { readonly value: string; readonly until: Temporal.Instant | null };

/** How to reach Twilio. */
export type TwilioSettings = {
  readonly accountSid: string;
  readonly authToken: string;
  /** What callbacks may be signed with. */
  readonly secrets: readonly SigningSecret[];
  /** Our phone number (E.164), or a messaging service (`MG…`). */
  readonly from: string;
  readonly apiUrl: string;
};

/** How to reach the WhatsApp Cloud API. */
export type WhatsAppSettings = {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Signs callbacks: the app's secret. */
  readonly secrets: readonly SigningSecret[];
  /** What Meta says when it checks the callback address. */
  readonly verifyToken: string;
  /** An approved template with two parameters: organisation, text. */
  readonly template: string;
  readonly templateLanguage: string;
  readonly apiUrl: string;
};

type Environment = Record<string, string | undefined>;

/** Twilio's settings; null when none is set. Throws ConfigError when some are missing. */
export function twilioSettings(env: Environment): TwilioSettings | null {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = env;
  const from = env.TWILIO_MESSAGING_SERVICE_SID || env.TWILIO_PHONE_NUMBER;
  if (!accountSid && !authToken && !from) return null;
  if (!accountSid || !authToken || !from) {
    throw new ConfigError(
      'For SMS set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBER, or none of them.',
    );
  }
  if (!/^AC[0-9a-zA-Z]{32}$/.test(accountSid)) {
    throw new ConfigError(
      'TWILIO_ACCOUNT_SID is not an account: it begins with AC and has 34 characters.',
    );
  }
  if (!/^(\+[1-9]\d{4,14}|MG[0-9a-zA-Z]{32})$/.test(from)) {
    throw new ConfigError('TWILIO_PHONE_NUMBER is not a number like +15551234567.');
  }
  return {
    ...{ accountSid, authToken, from },
    secrets: secretsOf(env, 'TWILIO_AUTH_TOKEN', authToken),
    apiUrl: address(env, 'TWILIO_API_URL', 'https://api.twilio.com'),
  };
}

/** WhatsApp's settings; null when none is set. Throws ConfigError when some are missing. */
export function whatsAppSettings(env: Environment): WhatsAppSettings | null {
  const needed = [
    'WHATSAPP_PHONE_NUMBER_ID',
    'WHATSAPP_ACCESS_TOKEN',
    'WHATSAPP_APP_SECRET',
    'WHATSAPP_VERIFY_TOKEN',
  ] as const;
  const missing = needed.filter((name) => !env[name]);
  if (missing.length === needed.length) return null;
  if (missing.length > 0) throw new ConfigError(`For WhatsApp set ${missing.join(', ')} too.`);
  const [phoneNumberId = '', accessToken = '', appSecret = '', verifyToken = ''] = needed.map(
    (name) => env[name] ?? '',
  );
  if (!/^\d{5,20}$/.test(phoneNumberId)) {
    throw new ConfigError('WHATSAPP_PHONE_NUMBER_ID is the id of the number: digits only.');
  }
  return {
    ...{ phoneNumberId, accessToken, verifyToken },
    secrets: secretsOf(env, 'WHATSAPP_APP_SECRET', appSecret),
    template: env.WHATSAPP_TEMPLATE || 'callboard_notice',
    templateLanguage: env.WHATSAPP_TEMPLATE_LANGUAGE || 'en',
    apiUrl: address(env, 'WHATSAPP_API_URL', 'https://graph.facebook.com/v23.0'),
  };
}

// NAME_OLD signs until NAME_OLD_UNTIL: providers go on with the old secret for a while.
function secretsOf(env: Environment, name: string, value: string): SigningSecret[] {
  const current = { value, until: null };
  const old = env[`${name}_OLD`];
  if (!old) return [current];
  try {
    return [current, { value: old, until: Temporal.Instant.from(env[`${name}_OLD_UNTIL`] ?? '') }];
  } catch {
    throw new ConfigError(`With ${name}_OLD give ${name}_OLD_UNTIL, like 2026-12-01T00:00Z.`);
  }
}

function address(env: Environment, name: string, fallback: string): string {
  const text = env[name] || fallback;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw new ConfigError(`${name} is "${text}"; give an address like ${fallback}.`);
}
