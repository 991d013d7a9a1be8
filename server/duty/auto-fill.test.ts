import { beforeAll, describe, expect, test } from 'vitest';
import { assigned, gridOf, makeDutyType, makeRoster, outsiders } from '../testing/duty-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openSigning, signedUp } from '../testing/registration-steps.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';

let world: World;
let doors: string;
let tea: string;
beforeAll(async () => {
  world = await openWorld();
  doors = await makeDutyType(world, { name: 'Doors' });
  tea = await makeDutyType(world, { name: 'Tea', start_time: '19:00', end_time: '21:00' });
});

type Proposed = { date: string; duty_type: string; person: string; why: { code: string }[] };
const fill = async (roster: string, more: object = {}) =>
  (await world.as.ben.post('/api/duty-assignments/auto-fill', { roster, ...more })).body;
const team = () => [world.ids.cleo, world.ids.dev, world.ids.eli];

test('strangers, members and other organisations may not', async () => {
  const roster = await makeRoster(world, [doors]);
  const call = (as: World['anyone']) => as.post('/api/duty-assignments/auto-fill', { roster });
  expect(await outsiders(world, call)).toEqual([401, 403, 400]);
});

test('proposes for what is empty, by the timeline, evenly; writes nothing; bulk accepts it', async () => {
  const week = { start_date: '2026-12-01', end_date: '2026-12-07' };
  const roster = await makeRoster(world, [doors], week);
  await assigned(world, 'cleo', { roster, duty: doors, date: '2026-12-03' });
  const period = await openPeriod(world);
  const shift = { period, date: '2026-12-05', start: '18:30', end: '22:00' };
  await approve(world, await asked(world, 'dev', shift));

  const before = await world.sql('SELECT count(*) FROM journal');
  const made = await fill(roster, { people: team() });
  expect(await world.sql('SELECT count(*) FROM journal')).toEqual(before);
  expect(made.cells).toHaveLength(6);
  expect(made.unfilled).toEqual([]);
  const onFifth = made.cells.find((cell: Proposed) => cell.date === '2026-12-05');
  expect(onFifth.person).not.toBe(world.ids.dev);
  expect(onFifth.why.map(({ code }: { code: string }) => code)).toContain('free');
  const totals = made.people.map(
    (one: { before: number; proposed: number }) => one.before + one.proposed,
  );
  expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual(1);
  for (const cell of made.cells) {
    expect(cell.why.map(({ code }: { code: string }) => code)).toContain('apart');
  }
  expect(await fill(roster, { people: team() })).toEqual(made);

  const cells = made.cells.map(({ date, duty_type, person }: Proposed) => ({
    ...{ date, duty_type, person },
  }));
  const accepted = await world.as.ben.post('/api/duty-assignments/bulk', { roster, cells });
  expect(accepted).toMatchObject({ status: 200, body: { assigned: 6, refused: 0 } });
  expect((await gridOf(world, roster)).free).toBe(0);
  expect((await fill(roster)).cells).toEqual([]);
});

describe('what stays open says why', () => {
  test('nobody can: who is kept by what', async () => {
    const roster = await makeRoster(world, [doors, tea], {
      ...{ start_date: '2026-12-15', end_date: '2026-12-15' },
    });
    const days = { person: world.ids.eli, start_date: '2026-12-15', end_date: '2026-12-15' };
    await world.as.ada.post('/api/absences', days);
    const made = await fill(roster, { people: [world.ids.eli, world.ids.cleo] });
    expect(made.cells).toMatchObject([{ duty_name: 'Doors', person_name: 'Cleo Marsh' }]);
    expect(made.unfilled).toMatchObject([
      {
        ...{ date: '2026-12-15', duty_name: 'Tea', missing: 1 },
        why: [
          { code: 'taken', detail: 'Cleo Marsh: proposed for another duty at that time' },
          { code: 'busy', detail: 'Eli Novak: committed elsewhere then' },
        ],
      },
    ]);
  });

  test('a night that skips its time, a sun that is not known, nobody to choose from', async () => {
    const skipped = await makeDutyType(world, { start_time: '01:15', end_time: '03:00' });
    const sun = await makeDutyType(world, {
      ...{ name: 'Fajr', sun: { event: 'fajr', offset_minutes: 0, minutes: 20 } },
    });
    const roster = await makeRoster(world, [skipped, sun], {
      ...{ start_date: '2027-03-28', end_date: '2027-03-28' },
    });
    const made = await fill(roster, { people: team() });
    expect(made.unfilled.map((one: { why: { code: string }[] }) => one.why[0]?.code)).toEqual([
      ...['nonexistent_local_time', 'sun_unknown'],
    ]);
    const plain = await makeRoster(world, [doors]);
    const nobody = await fill(plain, { people: [], end_date: '2026-12-01' });
    expect(nobody.unfilled).toMatchObject([{ why: [{ code: 'nobody' }] }]);
  });
});

test('from accepted sign-ups: the duties they asked for, not on the days they asked not to', async () => {
  const signing = await openSigning(world);
  const [first, second] = signing.duties;
  const asks = [
    { preferences: { duty_types: [first] } },
    { preferences: { duty_types: [second], dates_not: ['2026-12-02'] } },
    { preferences: { duty_types: [second] } },
  ];
  // The third waits for a decision.
  const [one, other] = await Promise.all(asks.map((fields) => signedUp(world, signing, fields)));
  for (const id of [one, other]) {
    const path = `/api/registrations/${id}/accept`;
    expect((await world.as.ben.post(path, {})).status).toBe(200);
  }
  const made = await fill(signing.roster, { start_date: '2026-12-01', end_date: '2026-12-02' });
  const person = async (id: string | undefined) =>
    (await world.as.ben.get(`/api/registrations/${id}`)).body.person;
  const [a, b] = [await person(one), await person(other)];
  expect(made.people.map((each: { person: string }) => each.person).sort()).toEqual([a, b].sort());
  expect(made.cells.map((cell: Proposed) => [cell.date, cell.duty_type, cell.person])).toEqual([
    ['2026-12-01', first, a],
    ['2026-12-01', second, b],
    ['2026-12-02', first, a],
  ]);
  expect(made.cells[0].why[0].code).toBe('asked_for');
  expect(made.unfilled).toMatchObject([
    {
      ...{ date: '2026-12-02', duty_type: second },
      why: [{ code: 'not_that_duty' }, { code: 'not_that_day' }],
    },
  ]);
  const candidates = await world.as.ben.get(
    `/api/duty-assignments/candidates?roster=${signing.roster}&date=2026-12-02&duty_type=${first}`,
  );
  expect(candidates.body[0]).toMatchObject({ person: a, preferred: true });
  const against = candidates.body.find((each: { person: string }) => each.person === b);
  expect(against).toMatchObject({ free: true, preferred: false });
});

test('only dates and duties that are asked for, and only what is still ahead', async () => {
  const roster = await makeRoster(world, [doors, tea], {
    ...{ start_date: '2026-11-18', end_date: '2026-11-24' },
  });
  const made = await fill(roster, { duty_types: [doors] });
  expect(made.cells.map((cell: Proposed) => cell.date)).toEqual([
    ...['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'],
  ]);
  const day = { start_date: '2026-11-22', end_date: '2026-11-22' };
  expect((await fill(roster, day)).cells).toHaveLength(2);
  expect((await fill(roster, { start_date: '2027-01-01' })).errors).toHaveProperty('end_date');
  expect((await fill(roster, { duty_types: [world.ids.cleo] })).errors).toHaveProperty(
    'duty_types',
  );
});

test('more than a thousand places at once: 400', async () => {
  const crowd = await makeDutyType(world, { people: 50 });
  const roster = await makeRoster(world, [crowd]);
  expect((await fill(roster)).errors).toHaveProperty('end_date');
});
