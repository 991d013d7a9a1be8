import { beforeAll, describe, expect, test } from 'vitest';
import { openProviders, type Providers } from '../testing/providers.ts';

let providers: Providers;
beforeAll(async () => {
  providers = await openProviders();
});

const verify = (over: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': providers.settings.whatsApp.verifyToken,
    'hub.challenge': '1158201444',
    ...over,
  });
  return providers.world.anyone.get(`/api/webhooks/whatsapp?${query}`);
};

describe('W-24', () => {
  test('the right token gets the challenge back, bare', async () => {
    const answer = await verify();
    expect([answer.status, answer.body]).toEqual([200, '1158201444']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a challenge is text and never a page', async () => {
    const answer = await verify({ 'hub.challenge': '<script>alert(1)</script>' });
    expect(answer.body).toBe('<script>alert(1)</script>');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  test.each(['a lantern at the doo', 'a lantern at the doors', 'x'])(
    'a wrong token (%s): 403',
    async (token) => {
      const answer = await verify({ 'hub.verify_token': token });
      expect(answer).toMatchObject({ status: 403, body: { code: 'bad_token' } });
      expect(JSON.stringify(answer.body)).not.toContain('1158201444');
    },
  );

  test('another mode, or none: 400', async () => {
    expect((await verify({ 'hub.mode': 'unsubscribe' })).status).toBe(400);
    expect((await providers.world.anyone.get('/api/webhooks/whatsapp')).status).toBe(400);
  });
});
