import { beforeAll, describe, expect, test } from 'vitest';
import { shiftLetters } from '../rota/shift-letters.ts';
import { cleosPhone, openProviders, type Providers } from '../testing/providers.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { deliverDue } from './deliver-message.ts';

let providers: Providers;
beforeAll(async () => {
  providers = await openProviders();
  const { world, organisation } = providers;
  await world.sql(
    `INSERT INTO notification_preference (organisation_id, person_id, kind, channel, chosen)
     VALUES ($1, $2, 'shift_decided', 'sms', true)`,
    [organisation, world.ids.cleo],
  );
  const period = await openPeriod(world);
  for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) {
    const shift = await asked(world, 'cleo', { period, date });
    await world.clock.advance({ seconds: 1 });
    await approve(world, shift);
    await world.clock.advance({ seconds: 1 });
  }
  providers.twilio.next({ how: 'status', status: 400, code: 21617 });
  await deliverDue(world.program.app, shiftLetters, organisation, 'sms');
});

const list = async (query = '', who: 'ben' | 'cleo' | 'fay' = 'ben') =>
  providers.world.as[who].get(`/api/deliveries${query}`);

describe('who may', () => {
  test('a member may not', async () => {
    expect(outcome(await list('', 'cleo'))).toEqual([403, 'forbidden']);
  });

  test('another organisation sees none of these', async () => {
    const { body } = await list('', 'fay');
    expect(JSON.stringify(body)).not.toMatch(/Cleo|Harbour/);
  });
});

test('newest first: what, to whom, where it stands, and why it failed', async () => {
  const { status, body } = await list();
  expect(status).toBe(200);
  expect(body).toHaveLength(12);
  const times = body.map((one: { created_at: string }) => one.created_at);
  expect(times).toEqual([...times].sort().reverse());
  const failed = body.find((one: { status: string }) => one.status === 'failed');
  expect(failed).toMatchObject({
    channel: 'sms',
    to: cleosPhone,
    person: { id: providers.world.ids.cleo, name: 'Cleo Marsh' },
    subject: expect.stringMatching(/^Approved: your shift on/),
    event: 'shift.approved',
    status: 'failed',
    attempts: 1,
    failure: { code: '21617', detail: expect.any(String) },
    simulated: false,
    due_at: null,
    sent_at: null,
    can: { send_again: true },
  });
  const queued = body.find((one: { status: string }) => one.status === 'queued');
  expect(queued).toMatchObject({ channel: 'email', failure: null, can: { send_again: false } });
  expect(queued.due_at).toBe(queued.created_at);
});

test('one that is tried again says why, and when', async () => {
  const { world, organisation } = providers;
  await world.sql(
    "UPDATE message SET status = 'queued', due_at = created_at WHERE channel = 'sms' AND status = 'failed'",
  );
  providers.twilio.next({ how: 'status', status: 429, retryAfter: '7' });
  await deliverDue(world.program.app, shiftLetters, organisation, 'sms');
  const { body } = await list('?status=queued&channel=sms');
  expect(body).toMatchObject([
    { attempts: 2, failure: { code: 'http_429', detail: 'Twilio is busy (429).' } },
  ]);
  const wait = world.clock.now().until(body[0].due_at).total('seconds');
  expect(wait).toBe(7);
  await world.sql(
    "UPDATE message SET status = 'failed', failure_code = '21617', failure = 'too long' WHERE id = $1",
    [body[0].id],
  );
});

describe('filters', () => {
  const count = async (query: string) => (await list(query)).body.length;
  test.each([
    ['?status=failed', 1],
    ['?status=sent', 2],
    ['?status=queued', 9],
    ['?status=bounced', 0],
    ['?channel=sms', 3],
    ['?channel=whatsapp', 0],
    ['?channel=sms&status=sent', 2],
  ])('%s: %d', async (query, n) => {
    expect(await count(query)).toBe(n);
  });

  test('by person', async () => {
    const { ids } = providers.world;
    expect(await count(`?person=${ids.cleo}`)).toBe(6);
    expect(await count(`?person=${ids.dev}`)).toBe(0);
    expect(await count(`?person=${ids.gus}`)).toBe(0);
  });

  test('unknown values are named', async () => {
    for (const query of ['?status=lost', '?channel=pigeon', '?person=7', '?cursor=x']) {
      const { status, body } = await list(query);
      expect(status).toBe(400);
      expect(Object.keys(body.errors)).toEqual([query.slice(1).split('=')[0]]);
    }
  });
});

test('page by page: each once, and how many there are', async () => {
  const seen: string[] = [];
  let next = '/api/deliveries?limit=5&count=true';
  while (next) {
    const answer = await providers.world.as.ben.get(next);
    expect(answer.headers.get('x-total-count')).toBe('12');
    seen.push(...answer.body.map((one: { id: string }) => one.id));
    next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
  }
  expect(new Set(seen).size).toBe(12);
  expect(seen).toHaveLength(12);
});

test('in the organisation’s own words', async () => {
  await providers.world.sql(
    `INSERT INTO wording (organisation_id, template, language, subject, updated_at)
     VALUES ($1, 'shift-approved', 'en', 'You are on!', now())`,
    [providers.organisation],
  );
  const { body } = await list('?status=failed');
  expect(body[0].subject).toBe('You are on!');
  await providers.world.sql('DELETE FROM wording');
});
