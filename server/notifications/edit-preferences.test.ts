import { beforeAll, describe, expect, test } from 'vitest';
import { channelsTold, toldTo } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const path = '/api/me/notification-preferences';
const choose = (who: keyof World['as'], kind: string, channel: string, chosen: boolean) =>
  world.as[who].patch(path, { kind, channel, chosen });
const updates = async () =>
  (await world.journal()).filter(({ event }) => event === 'preferences.updated');

test('a stranger is asked to log in', async () => {
  const body = { kind: 'offer', channel: 'email', chosen: false };
  expect(outcome(await world.anyone.patch(path, body))).toEqual([401, 'unauthenticated']);
});

test('is remembered, journalled, and mine alone', async () => {
  const { status, body } = await choose('cleo', 'offer', 'email', false);
  expect(status).toBe(200);
  const offer = body.kinds.find(({ kind }: { kind: string }) => kind === 'offer');
  expect(offer.channels).toEqual({ in_app: true, email: false, sms: false, whatsapp: false });
  expect((await world.as.cleo.get(path)).body).toEqual(body);
  expect((await world.as.dev.get(path)).body).not.toEqual(body);
  expect(await updates()).toMatchObject([
    { actor_id: world.ids.cleo, data: { kind: 'offer', channel: 'email', chosen: false } },
  ]);
});

describe('from then on', () => {
  test('no mail of that kind, still told in the app, still mail of other kinds', async () => {
    await choose('eli', 'shift_decided', 'email', false);
    const shift = await asked(world, 'eli', { period, date: '2026-12-01' });
    await approve(world, shift);
    expect(await toldTo(world, 'eli')).toMatchObject([{ kind: 'shift_decided' }]);
    expect(await channelsTold(world, 'eli', 'shift-approved')).toEqual([]);
    await world.as.ben.delete(`/api/shifts/${shift}`);
    expect(await channelsTold(world, 'eli', 'shift-deleted')).toEqual(['email']);
    await choose('eli', 'shift_decided', 'email', true);
    await approve(world, await asked(world, 'eli', { period, date: '2026-12-02' }));
    expect(await channelsTold(world, 'eli', 'shift-approved')).toEqual(['email']);
  });

  test('by text too, where there is a number', async () => {
    await choose('cleo', 'shift_decided', 'sms', true);
    await choose('cleo', 'shift_decided', 'whatsapp', true);
    await approve(world, await asked(world, 'cleo', { period, date: '2026-12-05' }));
    expect(await channelsTold(world, 'cleo', 'shift-approved')).toEqual(['email']);
    await world.sql(`UPDATE person SET phone_number = '+447700900123' WHERE id = $1`, [
      world.ids.cleo,
    ]);
    const shift = await asked(world, 'cleo', { period, date: '2026-12-06' });
    await world.as.ben.post(`/api/shifts/${shift}/reject`, { rejected_reason: 'covered' });
    const told = await channelsTold(world, 'cleo', 'shift-rejected');
    expect(told).toEqual(['email', 'sms', 'whatsapp']);
  });

  test('not in the app, but by mail', async () => {
    await choose('dev', 'shift_decided', 'in_app', false);
    await approve(world, await asked(world, 'dev', { period, date: '2026-12-03' }));
    expect(await toldTo(world, 'dev')).toEqual([]);
    expect(await channelsTold(world, 'dev', 'shift-approved')).toEqual(['email']);
  });
});

describe('what can’t be switched off', () => {
  test.each(['account', 'security'])('%s, in the app and by e-mail', async (kind) => {
    const before = (await updates()).length;
    for (const channel of ['in_app', 'email']) {
      expect(outcome(await choose('cleo', kind, channel, false))).toEqual([409, 'kind_is_fixed']);
    }
    expect((await updates()).length).toBe(before);
    expect((await choose('cleo', kind, 'sms', true)).status).toBe(200);
  });

  test('what the database holds anyhow does not silence it', async () => {
    await world.sql(
      `INSERT INTO notification_preference SELECT organisation_id, id, 'security', 'email', false
       FROM person WHERE id = $1`,
      [world.ids.eli],
    );
    await world.anyone.post('/api/auth/password-reset', { email: 'eli@harbour.example' });
    expect(await channelsTold(world, 'eli', 'reset-password')).toEqual(['email']);
  });
});

test('kinds and channels that are none are named', async () => {
  const answer = await world.as.cleo.patch(path, { kind: 'gossip', channel: 'pigeon', chosen: 1 });
  expect(answer.status).toBe(400);
  expect(Object.keys(answer.body.errors).sort()).toEqual(['channel', 'chosen', 'kind']);
});

test('the same choice at once from two devices is one choice', async () => {
  const answers = await Promise.all([
    choose('dev', 'mention', 'email', false),
    choose('dev', 'mention', 'email', false),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});
