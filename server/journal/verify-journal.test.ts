import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newId } from '../platform/id.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';
import { anchorJournal } from './anchor-journal.ts';
import { sealJournal } from './seal-journal.ts';
import { verifyJournal } from './verify-journal.ts';

let world: World;
let organisation: string;
let period: string;
/** The database's owner, who passes every guard, triggers and foreign keys too. */
let superuser: pg.Client;

beforeAll(async () => {
  world = await openWorld();
  const [row] = await world.sql<{ organisation_id: string }>(
    'SELECT organisation_id FROM person WHERE id = $1',
    [world.ids.ben],
  );
  organisation = row?.organisation_id ?? '';
  period = await openPeriod(world);
  for (const date of ['2026-12-01', '2026-12-02']) {
    await approve(world, await asked(world, 'cleo', { period, date }));
  }
  await vi.waitUntil(async () => (await openAfterSealing()) === 0);
  await anchorJournal(world.program.app);
  superuser = new pg.Client({ connectionString: world.databaseUrl });
  await superuser.connect();
});

async function openAfterSealing() {
  await sealJournal(world.program.app);
  const [open] = await world.sql<{ n: number }>(
    'SELECT count(*)::int AS n FROM journal WHERE (xid, seq) > (SELECT xid, seq FROM journal_sealer)',
  );
  return open?.n;
}
const verify = () => verifyJournal(world.program.app);
const seal = (number: number) =>
  `(SELECT journal_id FROM journal_seal WHERE organisation_id = '${organisation}' AND number = ${number})`;
const idAt = async (number: number): Promise<string> =>
  (await superuser.query(`SELECT ${seal(number)} AS id`)).rows[0].id;
const entryAt = (number: number) => `organisation_id = '${organisation}' AND id = ${seal(number)}`;
const lastNumber = async () =>
  Number(
    (
      await superuser.query(
        `SELECT max(number) AS n FROM journal_seal WHERE organisation_id = '${organisation}'`,
      )
    ).rows[0].n,
  );

test('a journal that nobody touched verifies, anchors and all', async () => {
  const entries = await world.sql('SELECT FROM journal');
  expect(await verify()).toEqual({ chains: 2, sealed: entries.length, open: 0, faults: [] });
});

describe('a superuser', () => {
  // Everything is put back from a copy, so that each fault is found by itself.
  beforeEach(async () => {
    await superuser.query(`SET session_replication_role = replica;
      CREATE TABLE kept_journal AS TABLE journal;
      CREATE TABLE kept_seal AS TABLE journal_seal;
      CREATE TABLE kept_sealer AS TABLE journal_sealer`);
  });
  afterEach(async () => {
    await superuser.query(`DELETE FROM journal; DELETE FROM journal_seal; DELETE FROM journal_sealer;
      INSERT INTO journal OVERRIDING SYSTEM VALUE SELECT * FROM kept_journal;
      INSERT INTO journal_seal SELECT * FROM kept_seal;
      INSERT INTO journal_sealer SELECT * FROM kept_sealer;
      DROP TABLE kept_journal, kept_seal, kept_sealer`);
    expect((await verify()).faults).toEqual([]);
  });

  test.each([
    ['the event', `event = 'shift.rejected'`],
    ['the actor', 'actor_id = NULL'],
    ['the moment', `at = at + interval '1 microsecond'`],
    ['a field deep in the data', `data = data || '{"deep": {"in": "it"}}'`],
    ['the subject', 'subject_id = gen_random_uuid()'],
    ['the request', `request_id = 'another'`],
  ])('changes %s of one entry: it is named', async (_what, change) => {
    const number = await lastNumber();
    const id = await idAt(number);
    await superuser.query(`UPDATE journal SET ${change} WHERE ${entryAt(number)}`);
    const { faults } = await verify();
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`harbour-care: entry ${id} (seal ${number}`);
    expect(faults[0]).toContain('is not what was sealed');
  });

  test('deletes an entry: it is named', async () => {
    const id = await idAt(3);
    await superuser.query(`DELETE FROM journal WHERE ${entryAt(3)}`);
    expect((await verify()).faults).toEqual([`harbour-care: entry ${id} (seal 3) is missing.`]);
  });

  test('deletes an entry with its seal: the gap is named', async () => {
    await superuser.query(`DELETE FROM journal WHERE ${entryAt(3)};
      DELETE FROM journal_seal WHERE organisation_id = '${organisation}' AND number = 3`);
    expect((await verify()).faults).toEqual(['harbour-care: seal 3 is missing.']);
  });

  test('deletes only a seal: the gap and the entry without it are named', async () => {
    const id = await idAt(3);
    await superuser.query(
      `DELETE FROM journal_seal WHERE organisation_id = '${organisation}' AND number = 3`,
    );
    const { faults } = await verify();
    expect(faults[0]).toBe('harbour-care: seal 3 is missing.');
    expect(faults[1]).toContain(`entry ${id} (`);
    expect(faults[1]).toContain('has no seal');
  });

  test('swaps what two entries say: the first of them is named', async () => {
    const id = await idAt(2);
    await superuser.query(`UPDATE journal j SET data = other.data, event = other.event
      FROM kept_journal other WHERE j.organisation_id = '${organisation}'
        AND ((j.id = ${seal(2)} AND other.id = ${seal(4)}) OR (j.id = ${seal(4)} AND other.id = ${seal(2)}))`);
    expect((await verify()).faults[0]).toContain(`entry ${id} (seal 2`);
  });

  test('swaps the places of two seals: the first of them is named', async () => {
    const id = await idAt(4);
    await superuser.query(`UPDATE journal_seal SET number = -number
        WHERE organisation_id = '${organisation}' AND number IN (2, 4);
      UPDATE journal_seal SET number = 6 + number WHERE organisation_id = '${organisation}' AND number < 0`);
    expect((await verify()).faults[0]).toContain(`entry ${id} (seal 2`);
  });

  test('cuts off the end with its seals: only the anchor knows, and says so', async () => {
    const last = await lastNumber();
    await superuser.query(`DELETE FROM journal WHERE organisation_id = '${organisation}'
        AND id IN (SELECT journal_id FROM journal_seal WHERE number > ${last - 2} AND organisation_id = '${organisation}');
      DELETE FROM journal_seal WHERE organisation_id = '${organisation}' AND number > ${last - 2}`);
    expect((await verify()).faults).toEqual([
      `harbour-care: the chain ends at ${last - 2}, but was ${last} long on 2026-11-20T09:00:00Z: its end was cut off.`,
    ]);
    const { config, systemPool } = world.program.app;
    const withoutAnchors = { ...config, dataFolder: `${config.dataFolder}/elsewhere` };
    expect((await verifyJournal({ systemPool, config: withoutAnchors })).faults).toEqual([]);
  });

  test('cuts off the end and lets the chain grow again: the anchor differs', async () => {
    const last = await lastNumber();
    await superuser.query(`DELETE FROM journal WHERE ${entryAt(last)};
      DELETE FROM journal_seal WHERE organisation_id = '${organisation}' AND number = ${last}`);
    const shift = await asked(world, 'dev', { period, date: '2026-12-20' });
    await expect
      .poll(() => sealJournal(world.program.app).then(lastNumber))
      .toBeGreaterThanOrEqual(last);
    expect((await verify()).faults).toEqual([
      `harbour-care: seal ${last} is not what was anchored.`,
    ]);
    await superuser.query(
      'DELETE FROM message; DELETE FROM shift WHERE id = $1'.replace('$1', `'${shift}'`),
    );
  });

  test('slips an entry in behind the sealer: it is named', async () => {
    const id = newId();
    await superuser.query(`INSERT INTO journal (organisation_id, id, xid, at, event, actor_id,
        subject_kind, subject_id, data)
      SELECT organisation_id, '${id}', xid, at, 'shift.approved', actor_id, subject_kind, subject_id, data
      FROM journal WHERE ${entryAt(2)}`);
    expect((await verify()).faults).toEqual([
      `harbour-care: entry ${id} (shift.approved) has no seal, though the sealer has passed its place.`,
    ]);
  });
});

test('an organisation that is gone as a whole is missed by its anchor', async () => {
  const { systemPool, config } = world.program.app;
  await superuser.query('SET session_replication_role = replica');
  await superuser.query(
    'CREATE TABLE kept AS SELECT * FROM organisation WHERE id = $1'.replace(
      '$1',
      `'${organisation}'`,
    ),
  );
  await superuser.query('DELETE FROM organisation WHERE id = $1', [organisation]);
  const { faults } = await verifyJournal({ systemPool, config });
  await superuser.query('INSERT INTO organisation SELECT * FROM kept; DROP TABLE kept');
  expect(faults).toEqual([`organisation ${organisation} was anchored, but is gone.`]);
});

test('100,000 entries verify', async () => {
  await superuser.query(
    `INSERT INTO journal (organisation_id, id, at, event, subject_kind, subject_id, data)
     SELECT $1, gen_random_uuid(), now(), 'shift.updated', 'shift', gen_random_uuid(),
       jsonb_build_object('n', n, 'shift', jsonb_build_object('notes', repeat('x', 200)))
     FROM generate_series(1, 100000) n`,
    [organisation],
  );
  await expect.poll(openAfterSealing, { timeout: 60_000 }).toBe(0);
  const began = performance.now();
  const verdict = await verify();
  console.log(`100,000 entries verified in ${Math.round(performance.now() - began)} ms`);
  expect(verdict).toMatchObject({ open: 0, faults: [] });
  expect(verdict.sealed).toBeGreaterThan(100_000);
  await superuser.end();
}, 120_000);
