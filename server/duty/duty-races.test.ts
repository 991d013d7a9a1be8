import { beforeAll, describe, expect, test } from 'vitest';
import { assign, assigned, openRoster, reason } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let roster: string;
let duty: string;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  ({ roster, duty } = await openRoster(world, { name: 'Doors' }));
  period = await openPeriod(world);
});

const people = ['ada', 'ben', 'cleo', 'dev', 'eli'] as const;
const tally = (answers: { status: number }[]) => {
  const counts = Object.groupBy(answers, ({ status }) => status);
  return Object.fromEntries(Object.entries(counts).map(([status, all]) => [status, all?.length]));
};

const january = { name: 'January', start_date: '2027-01-01', end_date: '2027-01-31' };
const february = { name: 'February', start_date: '2027-02-01', end_date: '2027-02-28' };

/** What must hold whatever came between: no seat twice, nobody in two places, a reminder for what stands. */
async function expectSound() {
  const doubled = await world.sql(
    `SELECT date FROM duty_assignment WHERE ended_at IS NULL
     GROUP BY roster_id, date, duty_type_id, seat HAVING count(*) > 1`,
  );
  expect(doubled).toEqual([]);
  const [sums] = await world.sql<Record<string, number>>(
    `SELECT
       (SELECT count(*)::int FROM duty_assignment WHERE ended_at IS NULL) AS standing,
       (SELECT count(*)::int FROM commitment WHERE source_kind = 'duty') AS committed,
       (SELECT count(*)::int FROM duty_assignment d WHERE ended_at IS NULL AND EXISTS
         (SELECT 1 FROM commitment c WHERE c.source_id = d.id AND c.holder_id = d.person_id)) AS both,
       (SELECT count(*)::int FROM reminder WHERE status = 'PENDING') AS reminded,
       (SELECT count(*)::int FROM unlock_log) AS logged,
       (SELECT count(*)::int FROM duty_assignment WHERE ended_at IS NOT NULL) AS ended`,
  );
  expect(sums?.committed).toBe(sums?.standing);
  expect(sums?.both).toBe(sums?.standing);
  expect(sums?.reminded).toBe(sums?.standing);
  expect(sums?.logged).toBe(sums?.ended);
}

test('64 assign one cell at once: one 201, 63 × 409 that say who has it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) =>
      assign(world, people[i % people.length] as 'ada', { roster, duty }, i % 2 ? 'ada' : 'ben'),
    ),
  );
  expect(tally(answers)).toEqual({ 201: 1, 409: 63 });
  const winner = answers.find(({ status }) => status === 201)?.body;
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    expect(body.code).toBe('cell_taken');
    expect(body.assignments[0].person).toBe(winner.person);
  }
  await expectSound();
});

test('64 assign a cell for three at once: three 201, on three seats', async () => {
  const three = await openRoster(world, { people: 3 });
  const answers = await Promise.all(
    Array.from({ length: 64 }, (_, i) => assign(world, people[i % 5] as 'ada', three)),
  );
  expect(tally(answers)).toEqual({ 201: 3, 409: 61 });
  const seats = answers.filter(({ status }) => status === 201).map(({ body }) => body.seat);
  expect(seats.sort()).toEqual([1, 2, 3]);
  await expectSound();
});

test('one person, assigned to 16 duties of 16 rosters at the same time: one of them', async () => {
  const cells = await Promise.all(Array.from({ length: 16 }, () => openRoster(world)));
  const answers = await Promise.all(
    cells.map((cell) => assign(world, 'eli', { ...cell, date: '2026-12-03' })),
  );
  expect(tally(answers)).toEqual({ 201: 1, 409: 15 });
  await expectSound();
});

describe('nobody is on a shift and on duty', () => {
  test('on duty: a shift at that time is not approved; on a shift: no duty', async () => {
    await assigned(world, 'dev', { roster, duty, date: '2026-12-06' });
    const shift = await asked(world, 'dev', {
      ...{ period, date: '2026-12-06', start: '19:00', end: '22:00' },
    });
    const answer = await approve(world, shift);
    expect(answer).toMatchObject({ status: 409, body: { code: 'person_busy' } });
    expect(answer.body.detail).toContain('from 18:00 to 20:00 on 2026-12-06');

    const other = { period, date: '2026-12-07', start: '19:00', end: '22:00' };
    await approve(world, await asked(world, 'dev', other));
    const onShift = await assign(world, 'dev', { roster, duty, date: '2026-12-07' });
    expect(onShift).toMatchObject({ status: 409, body: { code: 'person_busy' } });
  });

  test('tried at once, twenty nights: each night one of the two, never both, never an error', async () => {
    const nights = Array.from({ length: 20 }, (_, i) => `2026-12-${String(i + 10)}`);
    const shifts = await Promise.all(
      nights.map((date) => asked(world, 'cleo', { period, date, start: '19:30', end: '21:00' })),
    );
    const answers = await Promise.all(
      nights.flatMap((date, i) => [
        approve(world, shifts[i] as string, { override_overtime: true }),
        assign(world, 'cleo', { roster, duty, date }),
      ]),
    );
    nights.forEach((_, i) => {
      const [shift, on] = [answers[2 * i], answers[2 * i + 1]];
      expect([shift?.status, on?.status].sort()).not.toEqual([200, 201]);
      expect([shift?.status === 200, on?.status === 201].filter(Boolean)).toHaveLength(1);
      const lost = shift?.status === 200 ? on : shift;
      expect(lost).toMatchObject({ status: 409, body: { code: 'person_busy' } });
    });
    await expectSound();
  });
});

test('bulks, single assigns, moves and unlocks over the same cells at once: no 5xx, all sound', async () => {
  const mess = await openRoster(world, { people: 2 }, january);
  const dates = Array.from({ length: 12 }, (_, i) => `2027-01-${String(i + 10)}`);
  const cells = dates.map((date, i) => ({
    ...{ date, duty_type: mess.duty, person: world.ids[people[i % 5] as 'ada'] },
  }));
  const path = '/api/duty-assignments';
  const first = await world.as.ben.post(`${path}/bulk`, { roster: mess.roster, cells });
  const ids: string[] = first.body.rows?.map(
    (row: { assignment: { id: string } }) => row.assignment.id,
  );
  const partial = { roster: mess.roster, partial: true };
  const answers = await Promise.all([
    ...dates.map((_, i) =>
      world.as.ada.post(`${path}/bulk`, {
        ...partial,
        cells: cells.map((cell, j) => ({ ...cell, person: cells[(i + j) % 12]?.person })),
      }),
    ),
    ...ids.map((id) => world.as.ben.post(`${path}/${id}/unlock`, { reason })),
    ...ids.map((id, i) =>
      world.as.ada.post(`${path}/${id}/move`, { reason, date: dates[(i + 5) % 12] }),
    ),
    world.as.ben.post(`${path}/bulk-unlock`, { assignments: ids.slice(0, 6), reason }),
    ...dates.map((date) => assign(world, 'eli', { ...mess, date })),
  ]);
  for (const { status, body } of answers) {
    expect([200, 201, 409], JSON.stringify(body)).toContain(status);
  }
  await expectSound();
});

test('a duty’s time is changed while people are assigned to it: who is in keeps theirs, or it stays', async () => {
  const moving = await openRoster(world, {}, february);
  const [edited, ...assignments] = await Promise.all([
    world.as.ada.patch(`/api/duty-types/${moving.duty}`, { start_time: '17:00' }),
    ...Array.from({ length: 8 }, (_, i) =>
      assign(world, 'ben', { ...moving, date: `2027-02-0${i + 1}` }),
    ),
  ]);
  expect([200, 409]).toContain(edited?.status);
  const times = new Set(assignments.map(({ body }) => body.start_time));
  expect([...times]).toEqual([edited?.status === 200 ? '17:00:00' : '18:00:00']);
});

test('a roster is deleted or shortened while someone is assigned: nobody is lost', async () => {
  for (const change of ['delete', 'shorten']) {
    const going = await openRoster(world);
    const path = `/api/rosters/${going.roster}`;
    const [gone, on] = await Promise.all([
      change === 'delete'
        ? world.as.ada.delete(path)
        : world.as.ada.patch(path, { end_date: '2026-12-15' }),
      assign(world, 'ada', { ...going, date: '2026-12-31' }),
    ]);
    expect([gone.status === 200, on.status === 201].filter(Boolean)).toHaveLength(1);
    expect(gone.status).toBeLessThan(500);
    expect(on.status).toBeLessThan(500);
  }
});
