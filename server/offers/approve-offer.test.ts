import { beforeAll, describe, expect, test } from 'vitest';
import { does, held, holderOf, offered, untruths } from '../testing/offer-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

/** Cleo's shift, taken by someone. */
async function taken(who: 'dev' | 'eli', date: string, how = {}) {
  const shift = await held(world, 'cleo', { period, date });
  const id = await offered(world, 'cleo', shift, how);
  expect((await does(world, who, 'take', id)).status).toBe(200);
  return { shift, id };
}

test('who may: an admin of the same organisation', async () => {
  const { shift, id } = await taken('dev', '2026-12-01');
  const path = `/api/shift-offers/${id}/approve`;
  expect(outcome(await world.anyone.post(path, {}))).toEqual([401, 'unauthenticated']);
  expect(outcome(await does(world, 'dev', 'approve', id))).toEqual([403, 'forbidden']);
  expect(outcome(await does(world, 'fay', 'approve', id))).toEqual([404, 'not_found']);
  expect(await holderOf(world, shift)).toBe('cleo');
});

test('the shift changes hands: who decided, who had it and who has it are journalled', async () => {
  const { shift, id } = await taken('dev', '2026-12-02');
  const before = await world.as.ben.get(`/api/shifts/${shift}`);
  const answer = await does(world, 'ben', 'approve', id);
  expect(answer).toMatchObject({
    status: 200,
    body: { state: 'DONE', closed_at: '2026-11-20T09:00:00Z', can: { approve: false } },
  });
  expect(await holderOf(world, shift)).toBe('dev');
  const entry = (await world.journal()).at(-1);
  expect(entry).toMatchObject({
    event: 'shift.swapped',
    actor_id: world.ids.ben,
    subject_id: shift,
    data: {
      offer: id,
      person: { before: { id: world.ids.cleo }, after: { id: world.ids.dev } },
      shift: { pa_id: world.ids.dev },
    },
  });
  const after = await world.as.ben.get(`/api/shifts/${shift}`);
  expect(after.body.version).toBe(before.body.version + 1);
  expect(after.body.approved_by).toBe(before.body.approved_by);
});

test('an exchange at the same time: each has the other’s, in one statement', async () => {
  const pair = await openPeriod(world, { name: 'Two at a time', seats: 2 });
  const mine = await held(world, 'cleo', { period: pair, date: '2026-12-03' });
  const theirs = await held(world, 'dev', { period: pair, date: '2026-12-03' });
  const id = await offered(world, 'cleo', mine, { to: world.ids.dev, exchange_for: theirs });
  expect((await does(world, 'dev', 'take', id)).status).toBe(200);
  expect((await does(world, 'ben', 'approve', id)).status).toBe(200);
  expect([await holderOf(world, mine), await holderOf(world, theirs)]).toEqual(['dev', 'cleo']);
  expect((await eventsOf(world, mine)).at(-1)).toBe('shift.swapped');
  expect((await eventsOf(world, theirs)).at(-1)).toBe('shift.swapped');
  expect(await untruths(world)).toEqual([]);
});

describe('every rule is checked again', () => {
  test('nobody has taken it', async () => {
    const shift = await held(world, 'cleo', { period, date: '2026-12-04' });
    const id = await offered(world, 'cleo', shift);
    expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'offer_not_taken']);
  });

  test('the taker is elsewhere by now', async () => {
    const { shift, id } = await taken('dev', '2026-12-05');
    await commitElsewhere(world, 'dev', '2026-12-05T07:00Z', '2026-12-05T08:00Z');
    expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'person_busy']);
    const seen = await world.as.ben.get(`/api/shift-offers/${id}`);
    expect(seen.body).toMatchObject({ can: { approve: false }, why_not: { code: 'person_busy' } });
    expect(await holderOf(world, shift)).toBe('cleo');
  });

  test('who offered is elsewhere when they would get the other’s', async () => {
    const theirs = await held(world, 'dev', { period, date: '2026-12-09' });
    const how = { to: world.ids.dev, exchange_for: theirs };
    const { shift, id } = await taken('dev', '2026-12-08', how);
    await commitElsewhere(world, 'cleo', '2026-12-09T08:00Z', '2026-12-09T10:00Z');
    const answer = await does(world, 'ben', 'approve', id);
    expect(answer).toMatchObject({ status: 409, body: { person: world.ids.cleo } });
    expect([await holderOf(world, shift), await holderOf(world, theirs)]).toEqual(['cleo', 'dev']);
  });

  test('the taker is shut out by now', async () => {
    const { shift, id } = await taken('eli', '2026-12-10');
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.eli]);
    expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'person_inactive']);
    await world.sql('UPDATE person SET active = true WHERE id = $1', [world.ids.eli]);
    expect(await holderOf(world, shift)).toBe('cleo');
  });

  test('the shift it was to be exchanged for was edited: EXPIRED', async () => {
    const theirs = await held(world, 'dev', { period, date: '2026-12-12' });
    const how = { to: world.ids.dev, exchange_for: theirs };
    const { shift, id } = await taken('dev', '2026-12-11', how);
    await world.as.ben.patch(`/api/shifts/${theirs}`, { start_time: '06:30' });
    expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'offer_expired']);
    expect([await holderOf(world, shift), await holderOf(world, theirs)]).toEqual(['cleo', 'dev']);
  });

  test('overtime needs the override; who overrode is journalled', async () => {
    for (const date of ['2026-12-14', '2026-12-15']) {
      await held(world, 'eli', { period, date, start: '09:00', end: '20:00' });
    }
    const { shift, id } = await taken('eli', '2026-12-16');
    const seen = await world.as.ben.get(`/api/shift-offers/${id}`);
    expect(seen.body).toMatchObject({ can: { approve: true }, why_not: { code: 'overtime' } });
    expect(outcome(await does(world, 'ben', 'approve', id))).toEqual([409, 'overtime']);
    expect(await holderOf(world, shift)).toBe('cleo');
    const answer = await does(world, 'ben', 'approve', id, { override_overtime: true });
    expect(answer.status).toBe(200);
    expect((await world.journal()).at(-1)).toMatchObject({
      actor_id: world.ids.ben,
      data: { override_overtime: true },
    });
  });

  test('an exchange within the week counts what is given', async () => {
    // 25 hours until now, 28 with theirs, 31 if what is given counted too.
    await world.sql('UPDATE person SET weekly_limit_minutes = 1680 WHERE id = $1', [world.ids.eli]);
    const theirs = await held(world, 'eli', { period, date: '2026-12-17' });
    const how = { to: world.ids.eli, exchange_for: theirs };
    const { id } = await taken('eli', '2026-12-18', how);
    expect((await does(world, 'ben', 'approve', id)).status).toBe(200);
  });
});

test('approved by two at once, and again: it is done once', async () => {
  const { shift, id } = await taken('dev', '2026-12-21');
  const answers = await Promise.all([
    does(world, 'ben', 'approve', id),
    does(world, 'ada', 'approve', id),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(outcome(await does(world, 'ada', 'approve', id))).toEqual([409, 'offer_closed']);
  const events = await eventsOf(world, shift);
  expect(events.filter((event) => event === 'shift.swapped')).toHaveLength(1);
  const rows = await world.sql(
    `SELECT count(*)::int AS n FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND template = 'offer-done'`,
    [shift],
  );
  expect(rows).toEqual([{ n: 2 }]);
  expect(await untruths(world)).toEqual([]);
});
