import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPool } from './database.ts';
import { newId } from './id.ts';
import { notFound } from './problem.ts';
import type { Tables } from './tables.ts';
import { inTenant, inTransaction } from './transaction.ts';

const organisations = Array.from({ length: 50 }, newId);
const [first, second] = organisations as [string, string];

let world: World;
let pool: pg.Pool;
let single: pg.Pool;
beforeAll(async () => {
  world = await openWorld();
  for (const [i, id] of organisations.entries()) {
    await world.sql(
      `INSERT INTO organisation (id, name, slug, time_zone, created_at)
       VALUES ($1, $2, $2, 'UTC', now())`,
      [id, `org-${i}`],
    );
    await world.sql('INSERT INTO seat (organisation_id, number, id) VALUES ($1, 1, $2)', [
      id,
      newId(),
    ]);
  }
  pool = openPool(world.databaseUrl, 'callboard_app', 5);
  single = openPool(world.databaseUrl, 'callboard_app', 1);
});
afterAll(() => Promise.all([pool.end(), single.end()]));

type Db = Kysely<Tables>;
const seats = (db: Db) => db.selectFrom('seat').select('organisation_id').execute();
/** What a connection of the pool sees that nobody told which organisation it works for. */
async function untold(from: pg.Pool): Promise<string | null> {
  const client = await from.connect();
  const { rows } = await client.query(
    `SELECT current_setting('callboard.organisation', true) AS id`,
  );
  client.release();
  return rows[0].id || null;
}
const addSeat = (db: Db, organisation: string, number: number) =>
  db.insertInto('seat').values({ organisation_id: organisation, number, id: newId() }).execute();
const countSeats = async (organisation: string) =>
  (await world.sql('SELECT FROM seat WHERE organisation_id = $1', [organisation])).length;

test('10,000 interleaved looks of 50 organisations over five connections: no foreign row', async () => {
  const failures = { foreign: 0, missing: 0, refused: 0 };
  const look = async (i: number) => {
    const id = organisations[(i * 7) % 50] as string;
    const way = i % 5 === 0 ? inTransaction : inTenant;
    try {
      const rows = await way(pool, id, async (db) => {
        const found = await seats(db);
        if (i % 11 === 0) throw notFound();
        if (i % 97 === 0) await sql`select 1 / 0`.execute(db);
        return found;
      });
      if (rows.some((row) => row.organisation_id !== id)) failures.foreign += 1;
      if (rows.length !== 1) failures.missing += 1;
    } catch {
      failures.refused += 1;
    }
  };
  for (let start = 0; start < 10_000; start += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, i) => look(start + i)));
  }
  expect(failures).toMatchObject({ foreign: 0, missing: 0 });
  expect(failures.refused).toBeGreaterThan(900);
});

describe('a transaction', () => {
  test('leaves no organisation behind on its connection, done or failed', async () => {
    await inTransaction(single, first, seats);
    expect(await untold(single)).toBeNull();
    await expect(inTransaction(single, first, () => Promise.reject(notFound()))).rejects.toThrow();
    expect(await untold(single)).toBeNull();
    const broken = inTransaction(single, first, (db) => sql`select 1 / 0`.execute(db));
    await expect(broken).rejects.toMatchObject({ code: '22012' });
    expect(await untold(single)).toBeNull();
  });

  test('writes all or nothing', async () => {
    const half = inTransaction(pool, first, async (db) => {
      await addSeat(db, first, 2);
      throw notFound();
    });
    await expect(half).rejects.toMatchObject({ status: 404 });
    expect(await countSeats(first)).toBe(1);
    await inTransaction(pool, first, (db) => addSeat(db, first, 2));
    expect(await countSeats(first)).toBe(2);
  });

  test('writes nothing for another organisation', async () => {
    const foreign = inTransaction(pool, first, (db) => addSeat(db, second, 2));
    await expect(foreign).rejects.toMatchObject({ code: '42501' });
    expect(await countSeats(second)).toBe(1);
  });

  test('runs again when it lost a race, three times at most', async () => {
    let runs = 0;
    const lose = (times: number) =>
      inTransaction(pool, second, async (db) => {
        runs += 1;
        await addSeat(db, second, 2);
        if (runs <= times) throw Object.assign(new Error('lost'), { code: '40P01' });
        return runs;
      });
    expect(await lose(3)).toBe(4);
    expect(await countSeats(second)).toBe(2);
    runs = 0;
    await world.sql('DELETE FROM seat WHERE organisation_id = $1 AND number = 2', [second]);
    await expect(lose(9)).rejects.toThrow('lost');
    expect(runs).toBe(4);
    expect(await countSeats(second)).toBe(1);
  });

  test('is not answered as done when an error inside it was swallowed', async () => {
    const swallowing = inTransaction(pool, first, async (db) => {
      await sql`select 1 / 0`.execute(db).catch(() => {});
      return 'done';
    });
    await expect(swallowing).rejects.toThrow('swallowed');
  });

  test('is out of reach for a branch that still runs when it has ended', async () => {
    let release = () => {};
    let stray: Promise<unknown> = Promise.resolve();
    const failing = inTransaction(single, first, async (db) => {
      stray = new Promise<void>((go) => {
        release = go;
      }).then(() => addSeat(db, first, 9));
      throw notFound();
    });
    await expect(failing).rejects.toMatchObject({ status: 404 });
    const refused = expect(stray).rejects.toThrow('has ended');
    await inTransaction(single, first, async () => release());
    await refused;
    expect(await countSeats(first)).toBe(2);
  });

  test('does not run again for any other error', async () => {
    let runs = 0;
    const failing = inTransaction(pool, second, async () => {
      runs += 1;
      throw Object.assign(new Error('no'), { code: '23505' });
    });
    await expect(failing).rejects.toThrow('no');
    expect(runs).toBe(1);
  });
});

describe('both ways', () => {
  test.each(['', "x'; DROP TABLE seat; --", `${newId()}'`, 'null', newId().toUpperCase()])(
    'an organisation %j that is no id is refused before it reaches SQL',
    async (id) => {
      const look = () => Promise.resolve('reached');
      await expect(inTransaction(pool, id, look)).rejects.toThrow('not an organisation id');
      await expect(inTenant(pool, id, look)).rejects.toThrow('not an organisation id');
    },
  );

  test('a connection that dies is replaced, and the next organisation is set anew', async () => {
    await inTenant(single, first, seats);
    const dying = inTenant(single, first, (db) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(db),
    );
    await expect(dying).rejects.toThrow();
    const rows = await inTenant(single, second, seats);
    expect(rows).toEqual([{ organisation_id: second }]);
  });

  test('a read that fails leaves the next one its own organisation', async () => {
    const failing = inTenant(single, first, (db) => sql`select 1 / 0`.execute(db));
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(await inTenant(single, second, seats)).toEqual([{ organisation_id: second }]);
    await expect(inTenant(single, first, () => Promise.reject(notFound()))).rejects.toThrow();
    expect(await inTenant(single, second, seats)).toEqual([{ organisation_id: second }]);
  });
});
