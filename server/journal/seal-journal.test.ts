import pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import { record } from '../platform/journal.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { sealJournal } from './seal-journal.ts';
import { verifyJournal } from './verify-journal.ts';

let world: World;
let harbour: Tenant;
let foyle: Tenant;
beforeAll(async () => {
  world = await openWorld();
  const of = async (person: string) => {
    const [row] = await world.sql<{ organisation_id: string }>(
      'SELECT organisation_id FROM person WHERE id = $1',
      [person],
    );
    return tenantById(world.program.app, row?.organisation_id ?? '');
  };
  harbour = await of(world.ids.ben);
  foyle = await of(world.ids.fay);
  await sealJournal(world.program.app);
});

const log = (tenant: Tenant) =>
  write(world.program.app, tenant, {}, (tx) => record(tx, 'shift.updated', newId(), { n: 1 }));

/** The chain of an organisation beside the order in which its entries were committed. */
const chain = (tenant: Tenant) =>
  world.sql<{ number: string; journal_id: string }>(
    'SELECT number, journal_id FROM journal_seal WHERE organisation_id = $1 ORDER BY number',
    [tenant.id],
  );

const openAfterSealing = async () => {
  await sealJournal(world.program.app);
  return (await verifyJournal(world.program.app)).open;
};

test('transactions count on from 9 to 10, 99 to 100: the order is theirs, not that of their text', async () => {
  await expect.poll(openAfterSealing).toBe(0);
  const [before] = await world.sql<{ xid: string; seq: string }>(
    'SELECT xid, seq FROM journal_sealer',
  );
  await world.sql(`UPDATE journal_sealer SET xid = '0', seq = 0`);
  const ids: string[] = [];
  for (const xid of ['9', '10', '99', '100']) {
    const id = newId();
    ids.push(id);
    await world.sql(
      `INSERT INTO journal (organisation_id, id, xid, at, event, subject_kind, subject_id, data)
       VALUES ($1, $2, $3::xid8, now(), 'shift.updated', 'shift', $2, '{}')`,
      [harbour.id, id, xid],
    );
  }
  await world.sql(`DELETE FROM journal_seal`);
  await expect.poll(openAfterSealing).toBe(0);
  const sealed = (await chain(harbour)).map(({ journal_id }) => journal_id);
  expect(sealed.slice(0, 4)).toEqual(ids);
  const relayed = world.program.app.relay.missed(harbour.id, { xid: '0', seq: '0' }, 4);
  expect((await relayed)?.map(({ id }) => id)).toEqual(ids);
  expect(await world.sql('SELECT xid, seq FROM journal_sealer')).toEqual([before]);
});

test('64 writers at once while sealers run: no gap, no fork, every entry once, in its order', async () => {
  const sealers = async () => {
    for (let round = 0; round < 20; round += 1) await sealJournal(world.program.app);
  };
  const writers = Array.from({ length: 64 }, async (_, i) => {
    for (let n = 0; n < 8; n += 1) await log(i % 4 === 0 ? foyle : harbour);
  });
  await Promise.all([...writers, sealers(), sealers()]);
  await expect.poll(openAfterSealing).toBe(0);
  for (const [tenant, written] of [
    [harbour, 48 * 8],
    [foyle, 16 * 8],
  ] as const) {
    const seals = await chain(tenant);
    const entries = await world.sql<{ id: string }>(
      'SELECT id FROM journal WHERE organisation_id = $1 ORDER BY xid, seq',
      [tenant.id],
    );
    expect(entries.length).toBeGreaterThanOrEqual(written);
    expect(seals.map(({ number }) => Number(number))).toEqual(entries.map((_, i) => i + 1));
    expect(seals.map(({ journal_id }) => journal_id)).toEqual(entries.map(({ id }) => id));
  }
  expect(await verifyJournal(world.program.app)).toMatchObject({ chains: 2, open: 0, faults: [] });
});

test('what an open transaction may still precede waits for it', async () => {
  await sealJournal(world.program.app);
  const slow = new pg.Client({ connectionString: world.databaseUrl });
  await slow.connect();
  await slow.query('BEGIN');
  await slow.query(
    `INSERT INTO journal (organisation_id, id, at, event, subject_kind, subject_id, data)
     VALUES ($1, $2, now(), 'shift.updated', 'shift', $2, '{}')`,
    [harbour.id, newId()],
  );
  const later = await log(harbour);
  expect(await sealJournal(world.program.app)).toBe(0);
  expect((await chain(harbour)).map(({ journal_id }) => journal_id)).not.toContain(later);
  expect((await verifyJournal(world.program.app)).open).toBe(1);
  await slow.query('COMMIT');
  await slow.end();
  await expect
    .poll(async () => {
      await sealJournal(world.program.app);
      return (await chain(harbour)).at(-1)?.journal_id;
    })
    .toBe(later);
});

test('a transaction that is rolled back leaves no entry', async () => {
  const before = await world.sql('SELECT count(*) FROM journal');
  const failing = write(world.program.app, harbour, {}, async (tx) => {
    await record(tx, 'shift.updated', newId(), {});
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await world.sql('SELECT count(*) FROM journal')).toEqual(before);
});

test.each(['callboard_app', 'callboard_system'])('%s can’t touch what is written', async (role) => {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query(`SET ROLE ${role}`);
  await client.query(`SET callboard.organisation = '${harbour.id}'`);
  for (const statement of [
    `UPDATE journal SET event = 'x'`,
    'DELETE FROM journal',
    'TRUNCATE journal',
    `UPDATE journal_seal SET number = 7`,
    'DELETE FROM journal_seal',
    'TRUNCATE journal_seal CASCADE',
    'DROP TABLE journal',
    'ALTER TABLE journal DISABLE ROW LEVEL SECURITY',
    'DELETE FROM journal_sealer',
  ]) {
    await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
  }
  await client.end();
});
