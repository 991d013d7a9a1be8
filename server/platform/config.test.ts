import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

test('on one machine nothing needs to be set', () => {
  expect(readConfig({})).toMatchObject({
    port: 3_000,
    host: '127.0.0.1',
    url: 'http://localhost:3000',
    local: true,
    databaseUrl: null,
    secret: null,
    openSignup: false,
    serves: true,
    works: true,
    smtpUrl: null,
    openAi: null,
  });
});

test('an empty setting is none', () => {
  expect(readConfig({ PORT: '', CALLBOARD_SECRET: '', SMTP_URL: '', OPENAI_API_KEY: '' })).toEqual(
    readConfig({}),
  );
});

describe('local means: from this machine only', () => {
  test.each([
    [{}, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '127.0.0.2', CALLBOARD_URL: 'http://127.0.0.1:3000' }, true],
    [{ CALLBOARD_URL: 'http://[::1]:3000' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '192.168.1.7' }, false],
    [{ CALLBOARD_URL: 'https://rota.example.org' }, false],
    [{ CALLBOARD_URL: 'http://localhost.example.org' }, false],
    [{ CALLBOARD_URL: 'http://127.example.org' }, false],
  ])('%j: %s', (env, local) => expect(readConfig(env).local).toBe(local));
});

test.each([
  [{ CALLBOARD_ROLE: 'web' }, { serves: true, works: false }],
  [{ CALLBOARD_ROLE: 'worker' }, { serves: false, works: true }],
  [{ CALLBOARD_SIGNUP: 'open' }, { openSignup: true }],
  [{ PORT: '8080' }, { port: 8_080, url: 'http://localhost:8080' }],
  [{ CALLBOARD_URL: 'https://rota.example.org/deep/' }, { url: 'https://rota.example.org' }],
  [{ DATABASE_URL: 'postgres://a:b@h/d' }, { databaseUrl: 'postgres://a:b@h/d' }],
  [{ SMTP_URL: 'smtps://a:b@mail:465' }, { smtpUrl: 'smtps://a:b@mail:465' }],
  [{ OPENAI_API_KEY: 'sk-1' }, { openAi: { key: 'sk-1', url: 'https://api.openai.com/v1' } }],
  [
    { OPENAI_BASE_URL: 'http://m:1/v1', OPENAI_MODEL: 'q' },
    { openAi: { key: 'none', url: 'http://m:1/v1', model: 'q' } },
  ],
  [{ CALLBOARD_SECRET: 'k'.repeat(32) }, { secret: 'k'.repeat(32) }],
])('%j', (env, expected) => expect(readConfig(env)).toMatchObject(expected));

test.each([
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['PORT', 'http'],
  ['DATABASE_POOL', '1'],
  ['METRICS_PORT', 'x'],
  ['CALLBOARD_ROLE', 'boss'],
  ['CALLBOARD_SIGNUP', 'yes'],
  ['CALLBOARD_URL', 'rota.example.org'],
  ['CALLBOARD_URL', 'ftp://rota.example.org'],
  ['DATABASE_URL', 'mysql://a:b@h/d'],
  ['SMTP_URL', 'mail.example.org'],
  ['LOG_LEVEL', 'loud'],
  ['OPENAI_BASE_URL', 'models.example.org'],
  ['CALLBOARD_SECRET', 'short'],
  ['CALLBOARD_SECRET', 'change-me-change-me-change-me-change-me'],
  ['CALLBOARD_SECRET', 'your secret of thirty-two characters'],
])('%s=%s is refused in one sentence that names it', (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(name);
});

test('a refusal never repeats a password', () => {
  const read = () => readConfig({ DATABASE_URL: 'mysql://a:hunter2@h/d' });
  expect(read).toThrow(/^(?!.*hunter2)/);
  expect(() => readConfig({ SMTP_URL: 'x:hunter2' })).toThrow(/^(?!.*hunter2)/);
  expect(() => readConfig({ CALLBOARD_SECRET: 'hunter2' })).toThrow(/^(?!.*hunter2)/);
});

describe('proxies in front', () => {
  test.each([
    [{}, false],
    [{ CALLBOARD_URL: 'https://rota.example.org' }, ['127.0.0.0/8', '::1']],
    [{ TRUST_PROXY: '1' }, 1],
    [{ TRUST_PROXY: '10.0.0.0/8, 2001:db8::1' }, ['10.0.0.0/8', '2001:db8::1']],
  ])('%o: %o is believed', (env, trusted) => {
    expect(readConfig(env).trustProxy).toEqual(trusted);
  });

  test.each(['true', '0', '10', 'nginx', '10.0.0.0/33', '10.0.0.0/8/8', '1.2.3.4/x'])(
    '%s is refused',
    (TRUST_PROXY) => {
      expect(() => readConfig({ TRUST_PROXY })).toThrow(ConfigError);
    },
  );
});
