import { beforeAll, describe, expect, test } from 'vitest';
import { assigned, unlock } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { at, onDuty } from '../testing/reminder-steps.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const say = (who: 'cleo' | 'dev' | 'ben', assignment: string, body: object) =>
  world.as[who].post(`/api/duty-assignments/${assignment}/answer`, body);
const cannots = (assignment: string) =>
  world.sql<{ address: string; data: { stand_ins: { name: string; why: string }[] } }>(
    `SELECT m.address, m.data FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'duty-cannot' ORDER BY m.created_at, m.address`,
    [assignment],
  );

test('a stranger, someone else, an admin and another organisation may not', async () => {
  const { assignment } = await onDuty(world, { date: '2026-12-02' });
  const path = `/api/duty-assignments/${assignment}/answer`;
  const yes = { answer: 'yes' };
  expect(outcome(await world.anyone.post(path, yes))).toEqual([401, 'unauthenticated']);
  expect(outcome(await say('dev', assignment, yes))).toEqual([403, 'not_yours']);
  expect(outcome(await say('ben', assignment, yes))).toEqual([403, 'not_yours']);
  expect(outcome(await world.as.fay.post(path, yes))).toEqual([404, 'not_found']);
  expect(await eventsOf(world, assignment)).toEqual(['duty.assigned']);
});

test('“I’m on it” is journalled once, however often it is said', async () => {
  const { assignment } = await onDuty(world, { date: '2026-12-03' });
  const answers = await Promise.all([
    say('cleo', assignment, { answer: 'yes' }),
    say('cleo', assignment, { answer: 'yes' }),
  ]);
  expect(answers.map(({ status, body }) => [status, body.answer])).toEqual([
    [200, 'yes'],
    [200, 'yes'],
  ]);
  expect(await eventsOf(world, assignment)).toEqual(['duty.assigned', 'duty.answered']);
  const [entry] = (await world.journal()).slice(-1);
  expect(entry).toMatchObject({
    ...{ event: 'duty.answered', actor_id: world.ids.cleo },
    data: { answer: 'yes', by_link: false, reminder: { person: world.ids.cleo } },
  });
  expect(await cannots(assignment)).toEqual([]);
});

test('“I can’t” tells the admins, with up to three who could: free, fewest duties first; one may think again', async () => {
  const { assignment, roster, duty } = await onDuty(world, { date: '2026-12-04', people: 2 });
  // Eli is on with her, so not free; Dev has a duty of this roster already.
  await assigned(world, 'eli', { roster, duty, date: '2026-12-04' });
  await assigned(world, 'dev', { roster, duty, date: '2026-12-05' });
  const answer = await say('cleo', assignment, { answer: 'no', note: 'I am travelling' });
  expect(answer.body).toMatchObject({
    ...{ answer: 'no', answer_note: 'I am travelling', answered_at: '2026-11-20T09:00:00Z' },
  });
  const told = await cannots(assignment);
  expect(told.map(({ address }) => address)).toEqual([
    'ada@harbour.example',
    'ben@harbour.example',
  ]);
  expect(told[0]?.data.stand_ins).toEqual([
    { name: 'Ada Okafor', why: 'free at that time, 0 duties in this roster' },
    { name: 'Ben Lindqvist', why: 'free at that time, 0 duties in this roster' },
    { name: 'Dev Patel', why: 'free at that time, 1 duty in this roster' },
  ]);
  await say('cleo', assignment, { answer: 'yes' });
  expect(await eventsOf(world, assignment)).toEqual([
    ...['duty.assigned', 'duty.answered', 'duty.answered'],
  ]);
  const [seen] = (await world.as.ben.get(`/api/reminders?assignment=${assignment}`)).body;
  expect(seen).toMatchObject({ answer: 'yes', answer_note: '' });
});

describe('refused', () => {
  test('once they were taken off', async () => {
    const { assignment } = await onDuty(world, { date: '2026-12-07' });
    await unlock(world, assignment);
    expect(outcome(await say('cleo', assignment, { answer: 'yes' }))).toEqual([
      409,
      'duty_unlocked',
    ]);
  });

  test('what is neither', async () => {
    const { assignment } = await onDuty(world, { date: '2026-12-08' });
    expect((await say('cleo', assignment, { answer: 'maybe' })).status).toBe(400);
    expect((await say('cleo', assignment, {})).status).toBe(400);
  });

  test('once it has begun', async () => {
    const { assignment } = await onDuty(world, { date: '2026-12-09' });
    at(world, '2026-12-09T18:00:00Z');
    expect(outcome(await say('cleo', assignment, { answer: 'yes' }))).toEqual([409, 'duty_begun']);
  });
});
