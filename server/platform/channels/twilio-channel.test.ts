import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { virtualClock } from '../clock.ts';
import { openTwilioSimulator, type TwilioSimulator } from '../simulators/twilio.ts';
import { NotSent, type Outgoing } from './channel.ts';
import { twilioChannel } from './twilio-channel.ts';

const clock = virtualClock('2026-11-20T09:00:00Z');
const account = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'f'.repeat(32),
  from: '+15550001111',
};
let simulator: TwilioSimulator;
let channel: ReturnType<typeof twilioChannel>;

beforeAll(async () => {
  const reach = (url: string) => url;
  simulator = await openTwilioSimulator({ clock, settings: account, reach, pace: null });
  channel = twilioChannel(
    { ...account, secrets: [], apiUrl: simulator.url },
    { clock, simulated: true, callbackUrl: ({ id }) => `http://localhost/status?message=${id}` },
  );
});
afterAll(() => simulator.close());

const message = (short: string, to = '+447700900123'): Outgoing => ({
  ...{ id: 'm-1', round: 1, organisationId: 'o-1', to, toName: 'Cleo Marsh', answers: false },
  write: () => ({ subject: '', html: '', text: '', short }),
});
const failureOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NotSent);
  const { why, code, fault, pauseSeconds } = error as NotSent;
  return { why, code, fault, pauseSeconds };
};

test('a text goes out from our number, with where to tell of it', async () => {
  const sent = await channel.send(message('Tomorrow at six'));
  expect(simulator.taken.at(-1)).toMatchObject({
    sid: sent.providerId,
    to: '+447700900123',
    from: '+15550001111',
    body: 'Tomorrow at six',
    callback: 'http://localhost/status?message=m-1',
  });
});

describe('what it means when it does not', () => {
  const other = { fault: 'other', pauseSeconds: null };
  test.each([
    ['429', { how: 'status', status: 429, retryAfter: '7' }, 'later', 'http_429', 7],
    ['503', { how: 'status', status: 503 }, 'later', 'http_503', 15],
    ['500', { how: 'status', status: 500, code: 20500 }, 'unknown', '20500', null],
    ['401', { how: 'status', status: 401, code: 20003 }, 'later', '20003', 15],
    ['400', { how: 'status', status: 400, code: 21617 }, 'refused', '21617', null],
    ['hung up after taking it', { how: 'drop' }, 'unknown', 'ECONNRESET', null],
    ['hung up before', { how: 'hang-up' }, 'unknown', 'ECONNRESET', null],
  ] as const)('%s', async (_, behaviour, why, code, pauseSeconds) => {
    simulator.next(behaviour);
    expect(await failureOf(channel.send(message('Hello')))).toEqual({
      ...{ ...other, why, code, pauseSeconds },
    });
  });

  test('an answer that can’t be read: nobody knows', async () => {
    simulator.next({ how: 'garble' });
    expect(await failureOf(channel.send(message('Hello')))).toMatchObject({ why: 'unknown' });
  });

  test('nobody there: surely not sent', async () => {
    const settings = { ...account, secrets: [], apiUrl: 'http://127.0.0.1:9' };
    const nowhere = twilioChannel(settings, { clock, simulated: true, callbackUrl: null });
    expect(await failureOf(nowhere.send(message('Hello')))).toMatchObject({
      ...{ why: 'later', code: 'ECONNREFUSED' },
    });
  });

  test.each([
    ['21211', 'address'],
    ['21614', 'address'],
    ['21610', 'opted_out'],
  ])('%s is about the number', async (code, fault) => {
    const number = `+4477009${code}`;
    simulator.refuses.set(number, Number(code));
    expect(await failureOf(channel.send(message('Hello', number)))).toEqual({
      ...{ why: 'refused', code, fault, pauseSeconds: null },
    });
  });
});

describe('an attempt of unknown outcome is looked for', () => {
  const since = clock.now();
  test('found by number and text', async () => {
    simulator.next({ how: 'drop' });
    await failureOf(channel.send(message('The one that got through')));
    const found = await channel.find?.(message('The one that got through'), since, []);
    expect(found?.providerId).toBe(simulator.taken.at(-1)?.sid);
  });

  test('but not one that is known to be another, nor another text or number', async () => {
    const known = await channel.send(message('Said before'));
    const look = (text: string, to?: string) =>
      channel.find?.(message(text, to), since, [known.providerId]);
    expect(await look('Said before')).toBeNull();
    expect(await look('Never said')).toBeNull();
    expect(await look('The one that got through', '+447700900999')).toBeNull();
  });
});

test('what is thrown, and so logged, holds no credential', async () => {
  const secret = account.authToken;
  const basic = Buffer.from(`${account.accountSid}:${secret}`).toString('base64');
  for (const how of ['drop', 'hang-up', 'garble'] as const) {
    simulator.next({ how });
    const error = await channel.send(message('Hello')).catch((thrown) => thrown);
    const shown = inspect(error, { depth: 20, showHidden: true });
    expect(shown).toContain('NotSent');
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(basic);
    expect(shown).not.toMatch(/authorization/i);
  }
});
