import { beforeAll, describe, expect, test } from 'vitest';
import { toldOf } from '../testing/booking-steps.ts';
import {
  assigned,
  commitmentsOf,
  openRoster,
  outsiders,
  reason,
  unlock,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { eventsOf, outcome } from '../testing/rota-steps.ts';
import { askUnlock, secondAdmin } from '../testing/unlock-steps.ts';

let world: World;
let cell: { roster: string; duty: string };
beforeAll(async () => {
  world = await openWorld();
  cell = await openRoster(world, { name: 'Doors' });
});
const duty = (date: string) => assigned(world, 'cleo', { ...cell, date });

test('where no rule asks for it, the unlock happens at once and nobody need be asked', async () => {
  const id = await duty('2026-12-01');
  expect(outcome(await askUnlock(world, 'ben', [id]))).toEqual([409, 'unlock_needs_none']);
  expect((await unlock(world, id)).status).toBe(200);
});

describe('where a rule asks for a second admin', () => {
  test('no way of unlocking is left to one alone; each says why', async () => {
    const evening = { window: { weekdays: [2], start_time: '17:00', end_time: '21:00' } };
    const rule = await secondAdmin(world, evening);
    const [wednesday, thursday] = [await duty('2026-12-02'), await duty('2026-12-03')];
    const path = `/api/duty-assignments/${wednesday}`;
    const refused = await unlock(world, wednesday);
    expect(outcome(refused)).toEqual([409, 'needs_second_admin']);
    expect(refused.body.detail).toBe(
      'Four eyes: it reaches into Wednesday from 17:00 to 21:00. Ask for it as an unlock request; another admin approves it.',
    );
    expect(refused.body.approval_reasons).toMatchObject([{ id: rule, name: 'Four eyes' }]);
    const bulk = { assignments: [wednesday, thursday], reason };
    const answers = [
      await world.as.ben.post('/api/duty-assignments/bulk-unlock', bulk),
      await world.as.ben.post(`${path}/move`, { date: '2026-12-05', reason }),
      await world.as.ben.send('DELETE', path, {
        body: JSON.stringify({ reason }),
        headers: { 'content-type': 'application/json' },
      }),
    ];
    expect(answers.map(outcome)).toEqual(Array(3).fill([409, 'needs_second_admin']));
    expect(await eventsOf(world, wednesday)).toEqual(['duty.assigned']);
    expect((await unlock(world, thursday)).status).toBe(200);
    await world.as.ben.delete(`/api/approval-rules/${rule}`);
  });

  test('who may ask: not a stranger, not a member, not next door', async () => {
    const id = await duty('2026-12-04');
    const body = { assignments: [id], reason };
    expect(await outsiders(world, (as) => as.post('/api/unlock-requests', body))).toEqual([
      ...[401, 403, 404],
    ]);
  });

  test('it waits: everyone keeps their duty, the other admins are told, it is journalled', async () => {
    const rule = await secondAdmin(world);
    const id = await duty('2026-12-07');
    const { status, body } = await askUnlock(world, 'ben', [id]);
    expect([status, body]).toMatchObject([
      201,
      {
        ...{ status: 'PENDING', reason, requested_by_name: 'Ben Lindqvist', decided_by: null },
        assignments: [{ id, person_name: 'Cleo Marsh', date: '2026-12-07' }],
        approval_reasons: [{ id: rule, detail: 'Four eyes: an admin decides on each.' }],
        can: { approve: false, reject: false, cancel: true },
      },
    ]);
    expect(await eventsOf(world, body.id)).toEqual(['unlock.requested']);
    expect(await toldOf(world, body.id)).toEqual(['unlock-requested ada']);
    expect(await commitmentsOf(world, id)).toHaveLength(1);
    await world.as.ben.delete(`/api/approval-rules/${rule}`);
  });

  test('the same twice at once: one 201, one unlock_asked; what is off already: duty_unlocked', async () => {
    const id = await duty('2026-12-08');
    const off = await duty('2026-12-09');
    await unlock(world, off);
    const rule = await secondAdmin(world);
    const answers = await Promise.all([
      askUnlock(world, 'ben', [id]),
      askUnlock(world, 'ada', [id]),
    ]);
    expect(answers.map(outcome).sort()).toEqual([
      [201, undefined],
      [409, 'unlock_asked'],
    ]);
    expect(outcome(await askUnlock(world, 'ben', [off]))).toEqual([409, 'duty_unlocked']);
    await world.as.ben.delete(`/api/approval-rules/${rule}`);
  });
});
