import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config-error.ts';
import { twilioSettings, whatsAppSettings } from './settings.ts';

const sms = {
  TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_PHONE_NUMBER: '+15551234567',
};
const notes = {
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_ACCESS_TOKEN: 'access',
  WHATSAPP_APP_SECRET: 'app',
  WHATSAPP_VERIFY_TOKEN: 'verify',
};

test('none set: simulators', () => {
  expect([twilioSettings({}), whatsAppSettings({})]).toEqual([null, null]);
});

test('all set', () => {
  expect(twilioSettings(sms)).toEqual({
    ...{ accountSid: sms.TWILIO_ACCOUNT_SID, authToken: 'token', from: '+15551234567' },
    secrets: [{ value: 'token', until: null }],
    apiUrl: 'https://api.twilio.com',
  });
  expect(whatsAppSettings(notes)).toMatchObject({
    secrets: [{ value: 'app', until: null }],
    template: 'callboard_notice',
    apiUrl: 'https://graph.facebook.com/v23.0',
  });
});

test('a messaging service instead of a number', () => {
  const service = `MG${'2'.repeat(32)}`;
  const { TWILIO_PHONE_NUMBER: _, ...rest } = sms;
  expect(twilioSettings({ ...rest, TWILIO_MESSAGING_SERVICE_SID: service })?.from).toBe(service);
});

test('an old secret counts until its moment', () => {
  const rotating = {
    ...{ TWILIO_AUTH_TOKEN_OLD: 'old', TWILIO_AUTH_TOKEN_OLD_UNTIL: '2026-12-01T00:00Z' },
  };
  expect(twilioSettings({ ...sms, ...rotating })?.secrets).toEqual([
    { value: 'token', until: null },
    { value: 'old', until: Temporal.Instant.from('2026-12-01T00:00Z') },
  ]);
});

describe('what can’t be used is refused in a sentence that names it', () => {
  test.each<[string, () => unknown]>([
    ['TWILIO_AUTH_TOKEN', () => twilioSettings({ ...sms, TWILIO_AUTH_TOKEN: '' })],
    ['TWILIO_ACCOUNT_SID', () => twilioSettings({ ...sms, TWILIO_ACCOUNT_SID: 'SK1' })],
    ['TWILIO_PHONE_NUMBER', () => twilioSettings({ ...sms, TWILIO_PHONE_NUMBER: '0555' })],
    ['TWILIO_API_URL', () => twilioSettings({ ...sms, TWILIO_API_URL: 'twilio' })],
    ['TWILIO_AUTH_TOKEN_OLD_UNTIL', () => twilioSettings({ ...sms, TWILIO_AUTH_TOKEN_OLD: 'x' })],
    ['WHATSAPP_VERIFY_TOKEN', () => whatsAppSettings({ ...notes, WHATSAPP_VERIFY_TOKEN: '' })],
    [
      'WHATSAPP_PHONE_NUMBER_ID',
      () => whatsAppSettings({ ...notes, WHATSAPP_PHONE_NUMBER_ID: '+1555' }),
    ],
  ])('%s', (name, read) => {
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(name);
  });
});
