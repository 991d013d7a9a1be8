import { beforeAll, expect, test } from 'vitest';
import { tokenOf } from '../testing/answer-steps.ts';
import { unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { at, onDuty } from '../testing/reminder-steps.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
const get = (token: string, method = 'GET') =>
  world.anyone.send(method, `/api/duty-answers/${token}`, {});

test('shows the duty and two buttons; link previews answer nothing', async () => {
  const { assignment, reminder } = await onDuty(world, {
    date: '2026-12-02',
    name: 'Azaan & more',
  });
  const token = tokenOf(world, reminder);
  for (let n = 0; n < 3; n += 1) {
    const page = await get(token);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toContain('no-store');
    expect(page.body).toContain('Cleo Marsh, can you do this duty?');
    expect(page.body).toContain('Azaan &amp; more');
    expect(page.body).toContain('Wednesday');
    expect(page.body.match(/<form method="post">/g)).toHaveLength(2);
    expect(page.body).not.toContain('<script');
    expect((await get(token, 'HEAD')).status).toBe(200);
    expect((await get(`${token}?answer=yes`)).status).toBe(200);
  }
  expect(await eventsOf(world, assignment)).toEqual(['duty.assigned']);
});

test('in the language of its person, else of the organisation', async () => {
  const { reminder } = await onDuty(world, { date: '2026-12-03' });
  await world.sql("UPDATE person SET language = 'ar' WHERE id = $1", [world.ids.cleo]);
  expect((await get(tokenOf(world, reminder))).body).toContain('<html lang="ar" dir="rtl">');
  await world.sql('UPDATE person SET language = NULL WHERE id = $1', [world.ids.cleo]);
  await world.as.ada.patch('/api/organisation', { locale: 'fil' });
  expect((await get(tokenOf(world, reminder))).body).toContain('magagawa mo ba ang duty na ito?');
  await world.as.ada.patch('/api/organisation', { locale: 'en-GB' });
});

test('a token that was not made here, or is of something else, leads nowhere', async () => {
  const { reminder, assignment } = await onDuty(world, { date: '2026-12-04' });
  const token = tokenOf(world, reminder);
  const last = token.endsWith('A') ? 'B' : 'A';
  for (const wrong of ['x', token.slice(0, -1) + last, tokenOf(world, assignment)]) {
    expect((await get(wrong)).status).toBe(404);
  }
  expect((await get(tokenOf(world, reminder, 'invitation'))).status).toBe(404);
});

test('dead after an unlock and once the duty begins: 410, and a sentence says why', async () => {
  const off = await onDuty(world, { date: '2026-12-05' });
  await unlock(world, off.assignment);
  const unlocked = await get(tokenOf(world, off.reminder));
  expect(unlocked.status).toBe(410);
  expect(unlocked.body).toContain('you were taken off it');
  expect(unlocked.body).not.toContain('<form');
  const { reminder } = await onDuty(world, { date: '2026-12-06' });
  at(world, '2026-12-06T18:00:00Z');
  const begun = await get(tokenOf(world, reminder));
  expect(begun.status).toBe(410);
  expect(begun.body).toContain('This duty has begun');
});
