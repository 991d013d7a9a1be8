import { beforeAll, expect, test } from 'vitest';
import { press, tokenOf } from '../testing/answer-steps.ts';
import { unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { at, onDuty } from '../testing/reminder-steps.ts';
import { eventsOf } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

test('without a log-in, whoever holds the link answers; the page says what was said', async () => {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-02' });
  const page = await press(world, tokenOf(world, reminder), { answer: 'yes' });
  expect(page.status).toBe(200);
  expect(page.body).toContain('Thank you. You said that you’re on it.');
  const entry = (await world.journal()).findLast(({ event }) => event === 'duty.answered');
  expect(entry).toMatchObject({
    ...{ subject_id: assignment, actor_id: null },
    data: { answer: 'yes', by_link: true, reminder: { person: world.ids.cleo } },
  });
});

test('“I can’t”, with a note, alerts the admins; what is no HTML stays none', async () => {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-03' });
  const token = tokenOf(world, reminder);
  const page = await press(world, token, { answer: 'no', note: ' <b>ill</b>\0 ' });
  expect(page.body).toContain('Who plans the roster is told');
  const [told] = await world.sql<{ data: Record<string, unknown> }>(
    `SELECT m.data FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'duty-cannot'`,
    [assignment],
  );
  expect(told?.data).toMatchObject({ note: '<b>ill</b>', person_name: 'Cleo Marsh' });
  // Changed their mind: the note is gone with it.
  await press(world, token, { answer: 'yes' });
  const [seen] = (await world.as.ben.get(`/api/reminders?assignment=${assignment}`)).body;
  expect(seen).toMatchObject({ answer: 'yes', answer_note: '' });
  expect(await eventsOf(world, assignment)).toEqual([
    ...['duty.assigned', 'duty.answered', 'duty.answered'],
  ]);
});

test('neither yes nor no is 400; a token of nothing is 404', async () => {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-04' });
  expect((await press(world, tokenOf(world, reminder), {})).status).toBe(400);
  expect((await press(world, tokenOf(world, reminder), { answer: 'maybe' })).status).toBe(400);
  expect((await press(world, 'x', { answer: 'yes' })).status).toBe(404);
  expect(await eventsOf(world, assignment)).toEqual(['duty.assigned']);
});

test('dead after an unlock and once the duty begins: 410, and nothing is written', async () => {
  const off = await onDuty(world, { date: '2026-12-05' });
  await unlock(world, off.assignment);
  expect((await press(world, tokenOf(world, off.reminder), { answer: 'no' })).status).toBe(410);
  expect(await eventsOf(world, off.assignment)).toEqual(['duty.assigned', 'duty.unlocked']);
  const begun = await onDuty(world, { date: '2026-12-06' });
  at(world, '2026-12-06T18:00:00Z');
  expect((await press(world, tokenOf(world, begun.reminder), { answer: 'no' })).status).toBe(410);
  expect(await eventsOf(world, begun.assignment)).toEqual(['duty.assigned']);
});

test('the same said ten times at once is said once', async () => {
  const { assignment, reminder } = await onDuty(world, { date: '2026-12-20' });
  const token = tokenOf(world, reminder);
  await Promise.all(Array.from({ length: 10 }, () => press(world, token, { answer: 'no' })));
  expect(await eventsOf(world, assignment)).toEqual(['duty.assigned', 'duty.answered']);
});
