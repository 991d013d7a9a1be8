import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { readTwilioForm } from './twilio-signature.ts';

const now = Temporal.Instant.from('2026-11-20T09:00:00Z');
const token = '0123456789abcdef0123456789abcdef';
const secrets = [{ value: token, until: null }];
const url = 'https://board.example.org/api/webhooks/twilio/sms';
const form = 'application/x-www-form-urlencoded';

type Params = Record<string, string | string[]>;
const bodyOf = (params: Params) =>
  new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  ).toString();

/** Read as it comes from Twilio, but for what `over` says. */
function read(params: Params, over: Partial<Parameters<typeof readTwilioForm>[2]> = {}) {
  const signature = twilio.getExpectedTwilioSignature(token, url, params);
  const body = Buffer.from(bodyOf(params));
  return readTwilioForm(secrets, now, { url, body, contentType: form, signature, ...over });
}

describe('what Twilio signs is read', () => {
  test.each<[string, Params]>([
    ['a reply', { From: '+447700900123', Body: 'YES' }],
    ['W-12 emoji, escapes, CRLF and a trailing space', { Body: '👍 \\u00e4 ä\r\nno + & = ' }],
    [
      'W-13 a repeated field',
      { Body: 'x', MediaUrl: ['https://b.example/2', 'https://a.example/1'] },
    ],
    ['W-13 a repeated field with the same value twice', { MediaUrl: ['https://a', 'https://a'] }],
    ['W-14 a field nobody knows', { Body: 'x', Brandnew: '1', __proto__x: 'y' }],
    ['an empty form', {}],
  ])('%s', (_, params) => {
    expect({ ...read(params) }).toEqual(params);
  });

  test('a JSON body, signed by its hash in the query', () => {
    const text = '{"MessageSid":"SM1","MessageStatus":"delivered","Body":"\\u00e4 👍"}';
    const jsonUrl = `${url}?bodySHA256=${twilio.getExpectedBodyHash(text)}`;
    const signature = twilio.getExpectedTwilioSignature(token, jsonUrl, {});
    const call = { url: jsonUrl, contentType: 'application/json', signature };
    expect(readTwilioForm(secrets, now, { ...call, body: Buffer.from(text) })).toEqual({
      ...{ MessageSid: 'SM1', MessageStatus: 'delivered', Body: 'ä 👍' },
    });
    const changed = Buffer.from(text.replace('delivered', 'delivereD'));
    expect(readTwilioForm(secrets, now, { ...call, body: changed })).toBeNull();
    const unhashed = twilio.getExpectedTwilioSignature(token, url, {});
    expect(
      readTwilioForm(secrets, now, { ...call, url, signature: unhashed, body: Buffer.from(text) }),
    ).toBeNull();
  });
});

describe('anything else is refused', () => {
  const params = { From: '+447700900123', Body: 'YES' };
  const signature = twilio.getExpectedTwilioSignature(token, url, params);
  test.each<[string, Parameters<typeof read>[1]]>([
    [
      'W-05 one byte of the body changed',
      { body: Buffer.from(bodyOf({ ...params, Body: 'YEs' })) },
    ],
    ['W-06 no signature', { signature: null }],
    ['W-07 an empty signature', { signature: '' }],
    ['W-07 the signature twice', { signature: `${signature}, ${signature}` }],
    ['W-07 a signature of 10 kB', { signature: 'A'.repeat(10_240) }],
    [
      'W-08 signed with another secret',
      {
        signature: twilio.getExpectedTwilioSignature('f'.repeat(32), url, params),
      },
    ],
    [
      'W-15 signed for another address',
      {
        signature: twilio.getExpectedTwilioSignature(token, 'https://evil.example/', params),
      },
    ],
    ['W-16 the form sent as JSON', { contentType: 'application/json' }],
    ['W-16 the form sent as text', { contentType: 'text/plain' }],
    ['W-16 the form without a type', { contentType: null }],
  ])('%s', (_, over) => {
    expect(read(params, over)).toBeNull();
  });

  test('W-09 the old secret counts while the rotation lasts', () => {
    const both = (until: string) => [
      { value: 'new', until: null },
      { value: token, until: Temporal.Instant.from(until) },
    ];
    const call = { url, body: Buffer.from(bodyOf(params)), contentType: form, signature };
    expect(readTwilioForm(both('2026-11-20T09:00:01Z'), now, call)).not.toBeNull();
    expect(readTwilioForm(both('2026-11-20T09:00:00Z'), now, call)).toBeNull();
  });
});
