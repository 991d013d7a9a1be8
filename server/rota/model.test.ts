import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type Settled, settle } from '../demo/settle.ts';
import { founding } from '../modules.ts';
import { write } from '../platform/app.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  daysLater,
  gapsOn,
  hoursOf,
  minutesOf,
  overlapsIn,
  type ShiftFact,
  statusOf,
  type WindowFact,
} from '../testing/recompute-rota.ts';
import { anyStep, ask, doStep, type Stage, type Step } from '../testing/rota-model.ts';
import { openPeriod } from './open-period.ts';

/** `MODEL_SEQUENCES` and `MODEL_SEED` make it longer, shorter, or another one. */
const sequences = Number(process.env.MODEL_SEQUENCES ?? 1_000);
const stepsEach = 30;
/** Sequences run side by side, each lane in an organisation and a zone of its own. */
const zones = [
  'Europe/London',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
];
const daysApart = 14;
const seed = Number(process.env.MODEL_SEED ?? 20_261_120);

let world: World;
const done = { steps: 0, changes: 0, checks: 0, refused: new Map<string, number>() };
beforeAll(async () => {
  world = await openWorld();
});

test(`${sequences} random sequences: coverage, hours, calendar and commitments are as recomputed`, async () => {
  const started = performance.now();
  const cpu = process.cpuUsage();
  await Promise.all(zones.map((zone, lane) => runLane(zone, lane)));
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = ((user + system) / 1e6).toFixed(1);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  const refused = [...done.refused].map(([code, count]) => `${code} ${count}`).join(', ');
  console.log(
    `model: ${sequences} sequences, ${done.steps} actions (${done.changes} done; ${refused}), ${done.checks} recomputations, seed ${seed}, ${seconds} s (${cpuSeconds} s of CPU)`,
  );
  expect(done.changes).toBeGreaterThan(done.steps / 4);
  if (sequences < 1_000) return;
  for (const code of ['shift_overlaps', 'overtime', 'period_finalized', 'seats_taken']) {
    expect(done.refused.has(code), code).toBe(true);
  }
}, 600_000);

async function runLane(zone: string, lane: number): Promise<void> {
  const settled = await settleLane(zone, lane);
  let firstDay = '2026-12-01';
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: stepsEach, maxLength: stepsEach }),
      fc.nat(stepsEach),
      async (steps, pause) => {
        const stage = await openStage(settled, firstDay);
        firstDay = daysLater(firstDay, daysApart);
        await doAll(stage, steps.slice(0, pause));
        await checkAll(stage);
        await doAll(stage, steps.slice(pause));
        await checkAll(stage);
      },
    ),
    { numRuns: Math.ceil(sequences / zones.length), seed: seed + lane, endOnFailure: true },
  );
}

function settleLane(zone: string, lane: number): Promise<Settled> {
  const person = (key: string, role: 'owner' | 'member', weeklyHours: number) => ({
    ...{ key: `${key}-${lane}`, first: key, last: 'Model', role, weeklyHours },
  });
  const people = [
    person('ben', 'owner', 40),
    ...['cleo', 'dev', 'eli'].map((key) => person(key, 'member', 30)),
    person('fin', 'member', 168),
  ];
  const organisation = { name: `Model ${lane}`, timeZone: zone };
  return settle(world.program.app, { organisation, people }, founding, '').then((settled) => ({
    ...settled,
    actors: Object.fromEntries(
      Object.entries(settled.actors).map(([key, actor]) => [key.split('-')[0], actor]),
    ),
  }));
}

async function openStage(settled: Settled, firstDay: string): Promise<Stage> {
  const { app } = world.program;
  const by = settled.actors.ben ?? null;
  const periods = await write(app, settled.tenant, { by }, async (tx) => {
    const open = (name: string, from: number, until: number, seats: number) =>
      openPeriod(
        { ...tx, by: by as NonNullable<typeof by> },
        {
          ...{ name, start_date: daysLater(firstDay, from), end_date: daysLater(firstDay, until) },
          ...{ status: 'OPEN', seats },
        },
      );
    return [await open('One', 0, 6, 1), await open('Two', 3, 9, 2)];
  });
  return { app, settled, firstDay, periods, waiting: [], live: [] };
}

/** Does the steps; those that are together, at once. */
async function doAll(stage: Stage, steps: readonly Step[]): Promise<void> {
  let batch: Step[] = [];
  for (const [i, step] of steps.entries()) {
    batch.push(step);
    if (step.together && i < steps.length - 1) continue;
    for (const outcome of await Promise.all(batch.map((one) => doStep(stage, one)))) {
      done.steps += 1;
      if (outcome === 'done') done.changes += 1;
      else done.refused.set(outcome, (done.refused.get(outcome) ?? 0) + 1);
    }
    batch = [];
  }
}

/** Holds what the program answers against what follows from the stored shifts and windows. */
async function checkAll(stage: Stage): Promise<void> {
  done.checks += 1;
  const { tenant } = stage.settled;
  const [from, until] = [daysLater(stage.firstDay, -1), daysLater(stage.firstDay, 11)];
  const [shifts, windows] = await Promise.all([
    world.sql<ShiftFact>(
      `SELECT id, period_id, person_id, date::text, start_time::text, end_time::text, overnight, status
       FROM shift WHERE organisation_id = $1 AND date BETWEEN $2::date - 14 AND $3::date + 14`,
      [tenant.id, from, until],
    ),
    world.sql<WindowFact>(
      `SELECT slug, start_time::text, end_time::text, effective_from::text, effective_until::text
       FROM coverage_window WHERE organisation_id = $1`,
      [tenant.id],
    ),
  ]);
  const approved = shifts.filter(({ status }) => status === 'APPROVED');
  const statuses = await checkCoverage(stage, from, until, approved, windows);
  await checkHours(stage, approved);
  await checkMonth(stage, approved, statuses);
  await checkCommitments(stage, shifts);
}

type Open = { start_time: string; end_time: string };
type Day = { date: string; status: string; windows: { window: string; gaps: Open[] }[] };

// The clock has a gap on either side of the minutes that it skips; in time the two are one.
function joined(gaps: readonly Open[], date: string, zone: string): Open[] {
  const at = (time: string) =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds;
  const open: Open[] = [];
  for (const gap of gaps) {
    const before = open.at(-1);
    if (before && at(before.end_time) === at(gap.start_time)) before.end_time = gap.end_time;
    else open.push({ ...gap });
  }
  return open;
}

async function checkCoverage(
  stage: Stage,
  from: string,
  until: string,
  approved: ShiftFact[],
  windows: WindowFact[],
): Promise<Map<string, string>> {
  const zone = stage.settled.tenant.timeZone;
  const spans = approved.map((shift) => minutesOf(shift, zone));
  const statuses = new Map<string, string>();
  const query = { start_date: from, end_date: until };
  for (const day of await ask<Day[]>(stage, 'listCoverage', { query })) {
    const gaps = gapsOn(day.date, windows, spans, zone);
    const told = Object.fromEntries(
      day.windows.map(({ window, gaps }) => [window, joined(gaps, day.date, zone)]),
    );
    expect({ date: day.date, ...told }).toEqual({ date: day.date, ...gaps });
    statuses.set(day.date, statusOf(gaps));
    expect(day.status).toBe(statuses.get(day.date));
  }
  return statuses;
}

async function checkHours(stage: Stage, approved: ShiftFact[]): Promise<void> {
  const first = Temporal.PlainDate.from(stage.firstDay);
  for (const days of [0, 7]) {
    const { yearOfWeek, weekOfYear } = first.add({ days });
    const week = `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
    const ofWeek = approved.filter(({ date }) => {
      const day = Temporal.PlainDate.from(date);
      return day.yearOfWeek === yearOfWeek && day.weekOfYear === weekOfYear;
    });
    const told = await ask<{ person: string; hours: string }[]>(stage, 'listHours', {
      query: { week },
    });
    for (const { person, hours } of told) {
      const theirs = ofWeek.filter(({ person_id }) => person_id === person);
      expect({ week, person, hours }).toEqual({
        ...{ week, person },
        hours: hoursOf(theirs, stage.settled.tenant.timeZone),
      });
    }
  }
}

type MonthDay = {
  date: string;
  shifts: { id: string }[];
  total_hours: string;
  coverage: { status: string };
};

async function checkMonth(
  stage: Stage,
  approved: ShiftFact[],
  statuses: Map<string, string>,
): Promise<void> {
  const zone = stage.settled.tenant.timeZone;
  const { year, month } = Temporal.PlainDate.from(stage.firstDay).add({ days: 4 });
  const told = await ask<{ weeks: { days: MonthDay[] }[] }>(stage, 'monthCalendar', {
    params: { year, month },
  });
  const last = daysLater(stage.firstDay, 10);
  for (const day of told.weeks.flatMap(({ days }) => days)) {
    if (day.date < stage.firstDay || day.date > last) continue;
    const ofDay = approved.filter(({ date }) => date === day.date);
    expect(day.shifts.map(({ id }) => id).sort()).toEqual(ofDay.map(({ id }) => id).sort());
    expect(day.total_hours).toBe(hoursOf(ofDay, zone));
    expect(day.coverage.status).toBe(statuses.get(day.date));
  }
}

type Held = { source_id: string; holder_kind: string; holder_id: string; number: number | null } & {
  from: number;
  until: number;
};

/** Who is on is held from–to, as a person and on a seat that the period has; nobody else is. */
async function checkCommitments(stage: Stage, all: ShiftFact[]): Promise<void> {
  const zone = stage.settled.tenant.timeZone;
  const shifts = all.filter(({ period_id }) => stage.periods.includes(period_id));
  const held = await world.sql<Held>(
    `SELECT source_id, holder_kind, holder_id, seat.number,
       (extract(epoch FROM starts_at) / 60)::int AS from, (extract(epoch FROM ends_at) / 60)::int AS until
     FROM commitment LEFT JOIN seat ON seat.id = holder_id
     WHERE source_id = ANY($1::uuid[]) ORDER BY source_id, holder_kind`,
    [shifts.map(({ id }) => id)],
  );
  const expected = shifts
    .filter(({ status }) => status === 'APPROVED')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((shift) => {
      const { from, until } = minutesOf(shift, zone);
      return ['person', 'seat'].map((kind) => `${shift.id} ${kind} ${from} ${until}`);
    });
  expect(held.map((one) => `${one.source_id} ${one.holder_kind} ${one.from} ${one.until}`)).toEqual(
    expected,
  );
  for (const [, spans] of Map.groupBy(held, (one) => one.holder_id))
    expect(overlapsIn(spans)).toBe(0);
  const live = shifts.filter(({ status }) => status === 'PENDING' || status === 'APPROVED');
  for (const [, theirs] of Map.groupBy(live, (shift) => shift.person_id)) {
    expect(overlapsIn(theirs.map((shift) => minutesOf(shift, zone)))).toBe(0);
  }
  await checkPeriods(stage, shifts, held);
}

/** No one sits above the seats of the period, and in a finalized one nobody waits. */
async function checkPeriods(stage: Stage, shifts: ShiftFact[], held: Held[]): Promise<void> {
  const periods = await world.sql<{ id: string; seats: number; status: string }>(
    'SELECT id, seats, status FROM schedule_period WHERE id = ANY($1)',
    [stage.periods],
  );
  for (const { id, seats, status } of periods) {
    const theirs = shifts.filter(({ period_id }) => period_id === id);
    const ids = new Set(theirs.map((shift) => shift.id));
    const numbers = held.filter((one) => ids.has(one.source_id)).map((one) => one.number ?? 0);
    expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(seats);
    if (status !== 'FINALIZED') continue;
    expect(theirs.filter((shift) => shift.status === 'PENDING')).toEqual([]);
  }
}
