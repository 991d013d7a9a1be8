import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { virtualClock } from '../clock.ts';
import { openWhatsAppSimulator, type WhatsAppSimulator } from '../simulators/whatsapp.ts';
import { type Channel, NotSent, type Outgoing } from './channel.ts';
import { whatsAppChannel } from './whatsapp-channel.ts';

const clock = virtualClock('2026-11-20T09:00:00Z');
const account = {
  phoneNumberId: '106540352242922',
  accessToken: 'token-of-the-harbour',
  secrets: [{ value: 'app-secret', until: null }],
  verifyToken: 'verify',
  template: 'callboard_notice',
  templateLanguage: 'en',
};
let simulator: WhatsAppSimulator;
let channel: Channel;

beforeAll(async () => {
  // What is told back goes to the simulator itself, which does not mind.
  const callback = () => `${simulator.url}/callback`;
  simulator = await openWhatsAppSimulator({ clock, settings: account, callback, pace: null });
  channel = whatsAppChannel({ ...account, apiUrl: simulator.url }, { clock, simulated: true });
});
afterAll(() => simulator.close());

const message = (answers: boolean, to = '+447700900123'): Outgoing => ({
  ...{ id: 'm-1', round: 1, organisationId: 'o-1', to, toName: 'Cleo Marsh', answers },
  write: () => ({ subject: '', html: '', text: '', short: 'Tomorrow\nat six' }),
});
const failureOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NotSent);
  const { why, code, fault, pauseSeconds } = error as NotSent;
  return { why, code, fault, pauseSeconds };
};

test('to who has not written lately: the approved template, with the name and the text on one line', async () => {
  const sent = await channel.send(message(false));
  expect(simulator.taken.at(-1)).toMatchObject({
    id: sent.providerId,
    to: '447700900123',
    type: 'template',
    template: 'callboard_notice',
    body: 'Cleo Marsh | Tomorrow at six',
    ours: 'o-1:m-1',
  });
});

test('what has a template of its own goes by it, to whoever wrote lately too', async () => {
  const whatsApp = {
    template: 'duty_reminder',
    parameters: ['Cleo', 'Azaan', 'Fri,  20 November'],
  };
  const write = () => ({ subject: '', html: '', text: '', short: '', whatsApp });
  await simulator.text('+447700900124', 'I will be there');
  for (const answers of [false, true]) {
    await channel.send({ ...message(answers, '+447700900124'), write });
    expect(simulator.taken.at(-1)).toMatchObject({
      ...{ type: 'template', template: 'duty_reminder', body: 'Cleo | Azaan | Fri, 20 November' },
    });
  }
  const unknown = { ...whatsApp, template: 'nobody_approved_it' };
  const refused = channel.send({
    ...message(false),
    write: () => ({ ...write(), whatsApp: unknown }),
  });
  expect(await failureOf(refused)).toMatchObject({ why: 'refused', code: '132001' });
});

test('to who wrote in the last 24 hours: free text', async () => {
  await simulator.text('+447700900123', 'When am I on?');
  clock.advance({ hours: 23 });
  await channel.send(message(true));
  expect(simulator.taken.at(-1)).toMatchObject({ type: 'text', body: 'Tomorrow\nat six' });
});

test('the 24 hours are over there already: the template goes instead, once', async () => {
  clock.advance({ hours: 2 });
  const before = simulator.taken.length;
  await channel.send(message(true));
  expect(simulator.taken.slice(before)).toMatchObject([{ type: 'template' }]);
});

describe('what it means when it does not', () => {
  test.each([
    ['429', { status: 429, code: 130429, retryAfter: '7' }, 'later', '130429', 7],
    ['pair rate', { status: 400, code: 131056 }, 'later', '131056', null],
    ['broken there', { status: 500, code: 131000 }, 'later', '131000', null],
    ['token expired', { status: 401, code: 190 }, 'later', '190', 15],
    ['template unknown', { status: 400, code: 132001 }, 'refused', '132001', null],
  ] as const)('%s', async (_, behaviour, why, code, pauseSeconds) => {
    simulator.next({ how: 'status', ...behaviour });
    expect(await failureOf(channel.send(message(false)))).toEqual({
      ...{ why, code, pauseSeconds, fault: 'other' },
    });
  });

  test.each(['drop', 'garble', 'hang-up'] as const)('%s: nobody knows', async (how) => {
    simulator.next({ how });
    expect(await failureOf(channel.send(message(false)))).toMatchObject({ why: 'unknown' });
  });

  test('a number that is not on WhatsApp is at fault itself', async () => {
    simulator.refuses.set('+447700900555', 131026);
    expect(await failureOf(channel.send(message(false, '+447700900555')))).toMatchObject({
      ...{ why: 'refused', code: '131026', fault: 'address' },
    });
  });
});

test('what is thrown, and so logged, holds no credential', async () => {
  const secret = account.accessToken;
  for (const how of ['drop', 'hang-up', 'garble'] as const) {
    simulator.next({ how });
    const error = await channel.send(message(false)).catch((thrown) => thrown);
    const shown = inspect(error, { depth: 20, showHidden: true });
    expect(shown).toContain('NotSent');
    expect(shown).not.toContain(secret);
    expect(shown).not.toMatch(/authorization/i);
  }
});
