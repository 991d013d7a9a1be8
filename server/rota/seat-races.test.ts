import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod, outcome } from '../testing/rota-steps.ts';
import { until } from '../testing/until.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const everyone = ['ada', 'ben', 'cleo', 'dev', 'eli'] as const;
const approveAs = (who: 'ada' | 'ben', shift: string) =>
  world.as[who].post(`/api/shifts/${shift}/approve`, {});

/** The most that are on at one moment of these shifts, by their stored spans. */
async function mostAtOnce(shifts: string[]): Promise<number> {
  const [row] = await world.sql<{ most: number }>(
    `SELECT max((SELECT count(*) FROM shift b WHERE b.id = ANY($1) AND b.status = 'APPROVED'
       AND b.starts_at <= a.starts_at AND b.ends_at > a.starts_at))::int AS most
     FROM shift a WHERE a.id = ANY($1) AND a.status = 'APPROVED'`,
    [shifts],
  );
  return row?.most ?? 0;
}

describe.each([2, 3])('%i seats', (seats) => {
  const month = `2027-0${seats}`;
  let period: string;
  beforeAll(async () => {
    period = await openPeriod(world, {
      ...{ name: `${seats} seats`, seats },
      ...{ start_date: `${month}-01`, end_date: `${month}-28` },
    });
  });

  test('five requests for one time, approved all at once by two admins: as many as seats', async () => {
    for (const day of ['01', '02', '03', '04']) {
      const wish = { period, date: `${month}-${day}` };
      const shifts = await Promise.all(everyone.map((who) => asked(world, who, wish)));
      const answers = await Promise.all(
        shifts.map((shift, i) => approveAs(i % 2 ? 'ada' : 'ben', shift)),
      );
      const won = answers.filter(({ status }) => status === 200);
      const lost = answers.filter(({ status }) => status === 409);
      expect([won.length, lost.length]).toEqual([seats, everyone.length - seats]);
      for (const { body } of lost) {
        expect(body.code).toBe('shift_overlaps');
        expect(body.clashes).toHaveLength(seats);
        expect(body.detail).toContain(`All ${seats} seats are taken: `);
      }
      expect(await mostAtOnce(shifts)).toBe(seats);
    }
  });

  test('a chain of overlaps over midnight: never more at once than seats', async () => {
    const starts = ['18:00', '20:00', '22:00', '23:30', '23:59'];
    const shifts = await Promise.all(
      everyone.map((who, i) =>
        asked(world, who, {
          ...{ period, date: `${month}-10`, start: starts[i] as string, end: `0${i + 1}:00` },
          overnight: true,
        }),
      ),
    );
    const answers = await Promise.all(
      shifts.map((shift, i) => approveAs(i % 2 ? 'ada' : 'ben', shift)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(seats);
    expect(await mostAtOnce(shifts)).toBe(seats);
  });
});

test('two periods on the same days share the seats: three at once, never four', async () => {
  const dates = { start_date: '2027-05-01', end_date: '2027-05-31' };
  const house = await openPeriod(world, { name: 'House', seats: 3, ...dates });
  const garden = await openPeriod(world, { name: 'Garden', seats: 2, ...dates });
  for (const day of ['01', '02', '03', '04']) {
    const shifts = await Promise.all(
      everyone.map((who, i) =>
        asked(world, who, { period: i % 2 ? garden : house, date: `2027-05-${day}` }),
      ),
    );
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(shifts.map((shift, i) => approveAs(i % 2 ? 'ada' : 'ben', shift)));
    }
    expect(await mostAtOnce(shifts)).toBe(3);
  }
});

describe('a seat that another period takes in the same moment', () => {
  /** Takes the first seat of a morning in a transaction that commits once the approval waits for it. */
  async function approveAgainst(shift: string, date: string) {
    const other = new pg.Client({ connectionString: world.databaseUrl });
    await other.connect();
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO commitment (organisation_id, id, holder_kind, holder_id, starts_at, ends_at,
         local_start, local_end, zone, tz_version, source_kind, source_id)
       SELECT s.organisation_id, gen_random_uuid(), 'seat', s.id, d.start, d.start + '3 hours',
         d.start AT TIME ZONE 'UTC', d.start AT TIME ZONE 'UTC' + '3 hours', 'UTC', '-', 'shift', $1
       FROM seat s, (SELECT ($2 || 'T06:00:00Z')::timestamptz AS start) d
       WHERE s.number = 1 AND s.organisation_id = (SELECT organisation_id FROM shift WHERE id = $3)`,
      [shift.replace(/^.{8}/, '00000000'), date, shift],
    );
    const answer = approve(world, shift);
    await until('the approval waiting for the seat', async () => {
      const [row] = await world.sql<{ waits: boolean }>(
        `SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'
           AND datname = current_database()) AS waits`,
      );
      return row?.waits;
    });
    await other.query('COMMIT');
    await other.end();
    return answer;
  }

  test('the next free one is taken, and the approval is written once', async () => {
    const period = await openPeriod(world, {
      ...{ name: 'Two seats', seats: 2, start_date: '2027-06-01', end_date: '2027-06-30' },
    });
    const shift = await asked(world, 'cleo', { period, date: '2027-06-01', start: '07:00' });
    const answer = await approveAgainst(shift, '2027-06-01');
    expect(answer.status).toBe(200);
    const events = (await world.journal()).filter(({ subject_id }) => subject_id === shift);
    expect(events.map(({ event }) => event)).toEqual(['shift.requested', 'shift.approved']);
    const seats = await world.sql<{ number: number }>(
      `SELECT number FROM commitment JOIN seat ON seat.id = holder_id WHERE source_id = $1`,
      [shift],
    );
    expect(seats).toEqual([{ number: 2 }]);
  });

  test('where there is only one, it is refused', async () => {
    const period = await openPeriod(world, {
      ...{ name: 'One seat', start_date: '2027-07-01', end_date: '2027-07-31' },
    });
    const shift = await asked(world, 'cleo', { period, date: '2027-07-01', start: '07:00' });
    expect(outcome(await approveAgainst(shift, '2027-07-01'))).toEqual([409, 'shift_overlaps']);
  });
});
