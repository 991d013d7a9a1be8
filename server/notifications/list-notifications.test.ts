import { beforeAll, describe, expect, test } from 'vitest';
import { notificationKinds } from '../../contract/notifications/notification-kinds.ts';
import { testLetter } from '../inbox/module.ts';
import { modulesOf } from '../modules.ts';
import { toldTo, unreadOf } from '../testing/notification-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get('/api/notifications'))).toEqual([401, 'unauthenticated']);
});

test('what is told by mail is told in the app too, with a link to the page', async () => {
  const shift = await asked(world, 'cleo', { period, date: '2026-12-01' });
  const [asks] = await toldTo(world, 'ben');
  expect(asks).toMatchObject({
    kind: 'shift_requested',
    title: 'Shift request: Cleo Marsh, Tue, 1 December 2026, 06:00–09:00',
    text: 'Cleo Marsh asks for a shift. It waits for a decision.',
    link: '/queue',
    is_read: false,
    created_at: '2026-11-20T09:00:00Z',
    read_at: null,
  });
  await approve(world, shift);
  const [approved] = await toldTo(world, 'cleo');
  expect(approved).toMatchObject({ kind: 'shift_decided', link: '/my-schedule' });
  const mail = await world.sql('SELECT FROM message WHERE journal_id = $1', [approved?.id]);
  expect(mail).toHaveLength(1);
});

test('each sees their own only, and a neighbour nothing', async () => {
  const shift = await asked(world, 'dev', { period, date: '2026-12-02' });
  await approve(world, shift);
  const titles = (await toldTo(world, 'cleo')).map(({ title }) => title);
  expect(titles.join()).not.toContain('2 December');
  expect(await toldTo(world, 'fay')).toEqual([]);
});

test('a change that is not written tells nobody', async () => {
  const before = await unreadOf(world, 'dev');
  const taken = await asked(world, 'eli', { period, date: '2026-12-03' });
  await approve(world, taken);
  const clashing = await asked(world, 'dev', { period, date: '2026-12-03' });
  expect((await approve(world, clashing)).status).toBe(409);
  expect(await unreadOf(world, 'dev')).toBe(before);
});

describe('in pages', () => {
  test('newest first, each once, also while more come in', async () => {
    for (const day of ['10', '11', '12', '13', '14']) {
      await asked(world, 'cleo', { period, date: `2026-12-${day}` });
    }
    const all = (await toldTo(world, 'ben')).map(({ id }) => id);
    const seen: string[] = [];
    let next = '/api/notifications?limit=2&count=true';
    while (next) {
      const { body, headers } = await world.as.ben.get(next);
      if (seen.length === 0) expect(headers.get('x-total-count')).toBe(String(all.length));
      seen.push(...body.map(({ id }: { id: string }) => id));
      next = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1] ?? '';
      await asked(world, 'eli', { period, date: `2026-12-${15 + seen.length}` });
    }
    expect(seen).toEqual(all);
  });

  test('only what is not read', async () => {
    const [first, second] = await toldTo(world, 'ada');
    await world.as.ada.post(`/api/notifications/${first?.id}/read`);
    const { body } = await world.as.ada.get('/api/notifications?unread_only=true&limit=1');
    expect(body.map(({ id }: { id: string }) => id)).toEqual([second?.id]);
  });

  test('a cursor that is none is refused', async () => {
    const answer = await world.as.ben.get('/api/notifications?cursor=x');
    expect(outcome(answer)).toEqual([400, 'invalid']);
  });
});

test('a letter with a one-time token leads to the account, and shows no token', async () => {
  await world.anyone.post('/api/auth/password-reset', { email: 'eli@harbour.example' });
  const told = await toldTo(world, 'eli');
  expect(told[0]).toMatchObject({ kind: 'security', link: '/account' });
  expect(JSON.stringify(told)).not.toContain('token');
});

test('every template belongs to exactly one kind', () => {
  const modules = modulesOf().flatMap(({ templates }) => Object.keys(templates ?? {}));
  const written = [...modules, ...Object.keys(testLetter)];
  const listed = Object.values(notificationKinds).flatMap(({ templates }) => [...templates]);
  expect(listed.toSorted()).toEqual(written.toSorted());
});
