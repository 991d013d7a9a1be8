import { beforeAll, describe, expect, test } from 'vitest';
import {
  assign,
  assigned,
  commitmentsOf,
  makeDutyType,
  makeRoster,
  namesIn,
  openRoster,
  remindersOf,
} from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, commitElsewhere, eventsOf, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let duty: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world, { name: 'Doors' }));
});

const countOf = async (date: string, at = duty) => {
  const [row] = await world.sql<{ n: number }>(
    'SELECT count(*)::int AS n FROM duty_assignment WHERE duty_type_id = $1 AND date = $2',
    [at, date],
  );
  return row?.n;
};

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const body = { roster, date: '2026-12-02', duty_type: duty, person: world.ids.cleo };
    const answer = await world.anyone.post('/api/duty-assignments', body);
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  test('a member may not, nor put themself on', async () => {
    const answer = await assign(world, 'cleo', { roster, duty, date: '2026-12-02' }, 'cleo');
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('for another organisation there is no such roster', async () => {
    const answer = await assign(world, 'fay', { roster, duty, date: '2026-12-02' }, 'fay');
    expect(answer).toMatchObject({ status: 400, body: { errors: { roster: expect.anything() } } });
    expect(await countOf('2026-12-02')).toBe(0);
  });
});

test('locked from birth: time taken, reminder planned, journalled, the person told', async () => {
  const answer = await assign(world, 'cleo', { roster, duty, date: '2026-12-03' });
  expect(answer).toMatchObject({
    status: 201,
    body: {
      ...{ roster, roster_name: 'December 2026', date: '2026-12-03', duty_type: duty, seat: 1 },
      ...{ duty_name: 'Doors', person: world.ids.cleo, person_name: 'Cleo Marsh' },
      ...{ start_time: '18:00:00', end_time: '20:00:00', overnight: false, locked: true },
      ...{ starts_at: '2026-12-03T18:00:00Z', ends_at: '2026-12-03T20:00:00Z' },
      ...{ assigned_by: world.ids.ben, assigned_by_name: 'Ben Lindqvist' },
      ...{ assigned_at: '2026-11-20T09:00:00Z', ended_at: null, ended_how: null },
      can: { unlock: true, move: true, delete: true, edit: false },
    },
  });
  const { id } = answer.body;
  expect(await commitmentsOf(world, id)).toEqual([
    { holder_kind: 'person', holder_id: world.ids.cleo },
  ]);
  expect(await remindersOf(world, id)).toEqual(['PENDING']);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
  expect((await world.journal()).at(-1)).toMatchObject({ actor_id: world.ids.ben });
  const told = await world.sql(
    `SELECT template, address FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1`,
    [id],
  );
  expect(told).toEqual([{ template: 'duty-assigned', address: 'cleo@harbour.example' }]);
  expect(await namesIn(world, { roster, duty, date: '2026-12-03' })).toEqual(['Cleo Marsh']);
  const seen = await world.as.dev.get(`/api/duty-assignments/grid?roster=${roster}`);
  expect(seen.body.can).toEqual({ assign: false, unlock: false, edit: false });
});

test('a date that is past: assigned, without a reminder', async () => {
  const past = await openRoster(
    world,
    {},
    { name: 'November', start_date: '2026-11-01', end_date: '2026-11-30' },
  );
  const id = await assigned(world, 'cleo', { ...past, date: '2026-11-10' });
  expect(await remindersOf(world, id)).toEqual([]);
  expect(await eventsOf(world, id)).toEqual(['duty.assigned']);
});

test('time that was held for something else and ran out is free; held still, it is not', async () => {
  const hold = (date: string, expires: string) =>
    world.sql(
      `INSERT INTO commitment (organisation_id, id, holder_kind, holder_id, starts_at, ends_at,
         local_start, local_end, zone, tz_version, source_kind, source_id, firmness, expires_at)
       SELECT organisation_id, gen_random_uuid(), 'person', id, $2::timestamptz, $2::timestamptz
         + interval '1 hour', '2026-12-01', '2026-12-02', 'UTC', '-', 'reservation',
         gen_random_uuid(), 'held', $3 FROM person WHERE id = $1`,
      [world.ids.ada, `${date}T18:30:00Z`, expires],
    );
  await hold('2026-12-28', '2026-11-20T08:59:59Z');
  await hold('2026-12-29', '2026-11-20T09:30:00Z');
  expect((await assign(world, 'ada', { roster, duty, date: '2026-12-28' })).status).toBe(201);
  const held = await assign(world, 'ada', { roster, duty, date: '2026-12-29' });
  expect(held).toMatchObject({ status: 409, body: { code: 'person_busy' } });
  expect(held.body.detail).toBe(
    'Ada Okafor is booked elsewhere from 18:30 to 19:30 on 2026-12-29.',
  );
});

describe('refusals', () => {
  test('a taken cell: cell_taken, saying who has it', async () => {
    const first = await assigned(world, 'cleo', { roster, duty, date: '2026-12-04' });
    const answer = await assign(world, 'dev', { roster, duty, date: '2026-12-04' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'cell_taken' } });
    expect(answer.body.detail).toBe('Cleo Marsh has Doors on 2026-12-04.');
    expect(answer.body.assignments).toEqual([
      { id: first, person: world.ids.cleo, person_name: 'Cleo Marsh' },
    ]);
    expect(await countOf('2026-12-04')).toBe(1);
  });

  test('as many people as the duty needs, each on a seat of their own', async () => {
    const pair = await openRoster(world, { name: 'Pair', people: 2 });
    const statuses: number[] = [];
    for (const who of ['cleo', 'dev', 'eli'] as const) {
      statuses.push((await assign(world, who, pair)).status);
    }
    expect(statuses).toEqual([201, 201, 409]);
    expect(await namesIn(world, pair)).toEqual(['Cleo Marsh', 'Dev Patel']);
  });

  test('someone on a shift, on duty or away: person_busy, with what and when', async () => {
    const period = await openPeriod(world);
    const shift = { period, date: '2026-12-06', start: '17:00', end: '18:30' };
    await approve(world, await asked(world, 'dev', shift));
    const onShift = await assign(world, 'dev', { roster, duty, date: '2026-12-06' });
    expect(onShift).toMatchObject({ status: 409, body: { code: 'person_busy' } });
    expect(onShift.body.detail).toBe('Dev Patel is on a shift from 17:00 to 18:30 on 2026-12-06.');
    expect(onShift.body.clashes).toMatchObject([{ source: 'shift', what: 'on a shift' }]);

    const other = await makeDutyType(world, {
      name: 'Tea',
      start_time: '19:00',
      end_time: '21:00',
    });
    const tea = { roster: await makeRoster(world, [other]), duty: other, date: '2026-12-07' };
    const standing = await assigned(world, 'dev', tea);
    const onDuty = await assign(world, 'dev', { roster, duty, date: '2026-12-07' });
    expect(onDuty.body.clashes).toMatchObject([
      { source: 'duty', what: 'on duty (Tea)', duty_assignment: standing },
    ]);

    const days = { person: world.ids.eli, start_date: '2026-12-08', end_date: '2026-12-09' };
    expect((await world.as.ada.post('/api/absences', days)).status).toBe(201);
    const away = await assign(world, 'eli', { roster, duty, date: '2026-12-08' });
    expect(away.body.clashes).toMatchObject([{ source: 'absence', what: 'away' }]);

    await commitElsewhere(world, 'eli', '2026-12-10T19:30:00Z', '2026-12-10T22:00:00Z');
    const elsewhere = await assign(world, 'eli', { roster, duty, date: '2026-12-10' });
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'person_busy' } });
  });

  test('someone shut out: person_inactive', async () => {
    await world.sql('UPDATE person SET active = false WHERE id = $1', [world.ids.eli]);
    const answer = await assign(world, 'eli', { roster, duty, date: '2026-12-11' });
    await world.sql('UPDATE person SET active = true WHERE id = $1', [world.ids.eli]);
    expect(answer).toMatchObject({ status: 409, body: { code: 'person_inactive' } });
  });

  test('a duty that is no longer assigned: duty_type_inactive', async () => {
    const old = await openRoster(world);
    await world.as.ben.patch(`/api/duty-types/${old.duty}`, { active: false });
    const answer = await assign(world, 'eli', old);
    expect(answer).toMatchObject({ status: 409, body: { code: 'duty_type_inactive' } });
  });

  test('another date, duty or person than the roster has: 400 naming the field', async () => {
    const other = await makeDutyType(world);
    const outside = await assign(world, 'cleo', { roster, duty, date: '2027-01-01' });
    expect(Object.keys(outside.body.errors)).toEqual(['date']);
    const elsewhere = await assign(world, 'cleo', { roster, duty: other });
    expect(Object.keys(elsewhere.body.errors)).toEqual(['duty_type']);
    const nobody = await assign(world, 'fay', { roster, duty, date: '2026-12-12' });
    expect(Object.keys(nobody.body.errors)).toEqual(['person']);
  });
});
