import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toldOf } from '../testing/booking-steps.ts';
import {
  assigned,
  commitmentsOf,
  namesIn,
  openRoster,
  reason,
  remindersOf,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { askUnlock, decideUnlock, secondAdmin } from '../testing/unlock-steps.ts';

let world: World;
let cell: { roster: string; duty: string };
let day = 1;
let date: string;
let id: string;
let request: string;
beforeAll(async () => {
  world = await openWorld();
  cell = await openRoster(world, { name: 'Doors' });
  await secondAdmin(world);
});
/** Each test has a duty of Cleo's on a day of its own, and Ben has asked for its unlock. */
beforeEach(async () => {
  date = `2026-12-${String(day).padStart(2, '0')}`;
  day += 1;
  id = await assigned(world, 'cleo', { ...cell, date });
  request = (await askUnlock(world, 'ben', [id])).body.id;
});

test('who may: not a stranger, a member, next door; and never the one who asked', async () => {
  const path = `/api/unlock-requests/${request}`;
  expect(outcome(await world.anyone.post(path, { action: 'approve' }))).toEqual([
    401,
    'unauthenticated',
  ]);
  expect(outcome(await decideUnlock(world, 'cleo', request, 'approve'))).toEqual([
    403,
    'forbidden',
  ]);
  expect(outcome(await decideUnlock(world, 'fay', request, 'approve'))).toEqual([404, 'not_found']);
  for (const action of ['approve', 'reject']) {
    expect(outcome(await decideUnlock(world, 'ben', request, action))).toEqual([403, 'forbidden']);
  }
  expect(outcome(await decideUnlock(world, 'ada', request, 'cancel'))).toEqual([403, 'forbidden']);
  expect(await eventsOf(world, request)).toEqual(['unlock.requested']);
  // Not even the database would take it.
  const own = world.sql(
    "UPDATE unlock_request SET status = 'APPROVED', decided_by = requested_by, decided_at = now() WHERE id = $1",
    [request],
  );
  await expect(own).rejects.toThrow('unlock_request_check');
});

test('approved by another: exactly an unlock, with the reason of who asked', async () => {
  const answer = await decideUnlock(world, 'ada', request, 'approve', 'Fine with me');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ status: 'APPROVED', decided_by: world.ids.ada, message: 'Fine with me' },
      can: { approve: false, reject: false, cancel: false },
    },
  });
  expect(await namesIn(world, { ...cell, date })).toEqual([]);
  expect(await commitmentsOf(world, id)).toEqual([]);
  expect((await remindersOf(world, id)).every((status) => status === 'CANCELLED')).toBe(true);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned', 'duty.unlocked']);
  expect((await world.journal()).findLast(({ event }) => event === 'duty.unlocked')).toMatchObject({
    actor_id: world.ids.ada,
    data: { how: 'unlocked', reason, unlock_request: request, requested_by: world.ids.ben },
  });
  expect(await eventsOf(world, request)).toEqual(['unlock.requested', 'unlock.approved']);
  expect(await toldOf(world, id)).toContain('duty-unlocked cleo');
  expect(await toldOf(world, request)).toEqual(['unlock-requested ada', 'unlock-decided ben']);
  const [log] = (await world.as.ada.get('/api/unlock-logs')).body;
  expect(log).toMatchObject({ assignment: id, reason, unlocked_by: world.ids.ada });
});

test('rejected, with why: everyone keeps their duty, and it can be asked for again', async () => {
  const { body } = await decideUnlock(world, 'ada', request, 'reject', 'Find someone first');
  expect(body).toMatchObject({ status: 'REJECTED', message: 'Find someone first' });
  expect(await commitmentsOf(world, id)).toHaveLength(1);
  expect(await toldOf(world, request)).toEqual(['unlock-requested ada', 'unlock-decided ben']);
  expect((await askUnlock(world, 'ben', [id])).status).toBe(201);
});

test('cancelled by the one who asked', async () => {
  expect((await decideUnlock(world, 'ben', request, 'cancel')).body.status).toBe('CANCELLED');
  expect(outcome(await decideUnlock(world, 'ada', request, 'approve'))).toEqual([
    409,
    'unlock_closed',
  ]);
  expect(await eventsOf(world, request)).toEqual(['unlock.requested', 'unlock.cancelled']);
});

describe('meanwhile', () => {
  test('taken off otherwise: it is EXPIRED, and the others can be asked for anew', async () => {
    const { body: rules } = await world.as.ben.get('/api/approval-rules?subject=unlock');
    const rule = `/api/approval-rules/${rules[0].id}`;
    const other = await assigned(world, 'dev', { ...cell, date: `2026-12-${20 + day}` });
    await decideUnlock(world, 'ben', request, 'cancel');
    const both = (await askUnlock(world, 'ben', [id, other])).body.id;
    await world.as.ben.patch(rule, { is_active: false });
    await world.as.ben.post(`/api/duty-assignments/${id}/unlock`, { reason });
    await world.as.ben.patch(rule, { is_active: true });
    expect((await world.as.ada.get(`/api/unlock-requests/${both}`)).body).toMatchObject({
      ...{ status: 'EXPIRED', can: { approve: false } },
    });
    expect(outcome(await decideUnlock(world, 'ada', both, 'approve'))).toEqual([
      409,
      'unlock_expired',
    ]);
    expect((await askUnlock(world, 'ben', [other])).status).toBe(201);
  });

  test('decided several times at once: it happens once', async () => {
    const answers = await Promise.all([
      decideUnlock(world, 'ada', request, 'approve'),
      decideUnlock(world, 'ada', request, 'approve'),
      decideUnlock(world, 'ada', request, 'reject'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await eventsOf(world, request)).slice(1)).toHaveLength(1);
  });
});
