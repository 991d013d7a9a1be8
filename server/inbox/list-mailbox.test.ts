import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const period = await openPeriod(world);
  const shift = await asked(world, 'cleo', { period });
  world.clock.advance({ minutes: 1 });
  await approve(world, shift);
  world.clock.advance({ minutes: 1 });
  const foyle = await world.as.fay.post('/api/schedule-periods', {
    ...{ name: 'December', start_date: '2026-12-01', end_date: '2026-12-31' },
  });
  await asked(world, 'gus', { period: foyle.body.id });
});

const subjects = (body: { subject: string }[]) => body.map(({ subject }) => subject);

describe('who may', () => {
  test('a member may not', async () => {
    expect(outcome(await world.as.cleo.get('/api/mailbox'))).toEqual([403, 'forbidden']);
  });

  test('an admin sees the messages of their organisation, newest first, and no others', async () => {
    const { body } = await world.as.ben.get('/api/mailbox');
    expect(subjects(body)).toEqual([
      'Approved: your shift on Tue, 1 December 2026, 06:00–09:00',
      'Shift request: Cleo Marsh, Tue, 1 December 2026, 06:00–09:00',
      'Shift request: Cleo Marsh, Tue, 1 December 2026, 06:00–09:00',
    ]);
    expect(body[0]).toMatchObject({
      channel: 'email',
      to: 'cleo@harbour.example',
      to_name: 'Cleo Marsh',
      event: 'shift.approved',
      status: 'queued',
      attempts: 0,
      created_at: '2026-11-20T09:01:00Z',
      sent_at: null,
    });
    const next = await world.as.fay.get('/api/mailbox');
    expect(subjects(next.body)).toEqual([
      'Shift request: Gus Weber, Tue, 1 December 2026, 06:00–09:00',
    ]);
  });

  test('without a log-in on one local machine without SMTP: everything', async () => {
    const { status, body } = await world.anyone.get('/api/mailbox');
    expect([status, body.length]).toEqual([200, 4]);
  });

  test.each([
    ['others can reach it', { local: false }],
    ['mail really goes out', { smtpUrl: 'smtp://127.0.0.1:1' }],
  ])('without a log-in where %s: nothing', async (_where, config) => {
    const elsewhere = await openWorld({ config });
    expect(outcome(await elsewhere.anyone.get('/api/mailbox'))).toEqual([401, 'unauthenticated']);
    expect((await elsewhere.as.ben.get('/api/mailbox')).status).toBe(200);
  });

  test('a log-in that is not valid is refused, not taken for none', async () => {
    const answer = await world.anyone.get('/api/mailbox', { authorization: 'Bearer nonsense' });
    expect(outcome(answer)).toEqual([401, 'token_invalid']);
  });
});

test('by address, in any case', async () => {
  const { body } = await world.as.ben.get('/api/mailbox?to=Cleo@Harbour.example');
  expect(body.map((message: { to: string }) => message.to)).toEqual(['cleo@harbour.example']);
  expect((await world.as.ben.get('/api/mailbox?to=gus@foyle.example')).body).toEqual([]);
});

test('page by page', async () => {
  const first = await world.as.ben.get('/api/mailbox?limit=2');
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
  const second = await world.as.ben.get(next);
  expect([first.body.length, second.body.length]).toEqual([2, 1]);
  const ids = [...first.body, ...second.body].map((message: { id: string }) => message.id);
  expect(new Set(ids).size).toBe(3);
  const odd = await world.as.ben.get('/api/mailbox?cursor=x');
  expect(Object.keys(odd.body.errors)).toEqual(['cursor']);
});
