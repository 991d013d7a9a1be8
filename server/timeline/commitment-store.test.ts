import { beforeAll, describe, expect, test } from 'vitest';
import { write } from '../platform/app.ts';
import { newId } from '../platform/id.ts';
import type { Tenant, Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { claim, type Holder } from './claim.ts';
import { lockHolders, makeFirm, move, release } from './commitment-store.ts';
import { findClashes, findFree } from './find-commitments.ts';
import { spanOf } from './time.ts';

let world: World;
let tenant: Tenant;
beforeAll(async () => {
  world = await openWorld();
  const [row] = await world.sql<{ organisation_id: string }>(
    'SELECT organisation_id FROM person WHERE id = $1',
    [world.ids.ben],
  );
  tenant = await tenantById(world.program.app, row?.organisation_id ?? '');
});

const inTx = <T>(work: (tx: Tx) => Promise<T>) => write(world.program.app, tenant, {}, work);
const person = (): Holder => ({ kind: 'person', id: newId() });
const source = () => ({ kind: 'shift', id: newId() });
const at = (startTime: string, endTime: string, date = '2026-12-01', overnight = false) =>
  spanOf({ date, startTime, endTime, overnight }, tenant.timeZone);
const held = (holder: Holder) =>
  world.sql<{ starts_at: Date; ends_at: Date }>(
    'SELECT starts_at, ends_at FROM commitment WHERE holder_id = $1 ORDER BY 1',
    [holder.id],
  );

describe('claim', () => {
  test('commits every holder, with what was meant', async () => {
    const holders = [person(), { kind: 'seat', id: newId() } as const];
    const shift = source();
    await inTx((tx) => claim(tx, holders, at('22:00', '06:00', '2026-12-01', true), shift));
    const rows = await world.sql(
      `SELECT holder_kind, local_start::text, local_end::text, zone, tz_version, firmness
       FROM commitment WHERE source_id = $1 ORDER BY 1`,
      [shift.id],
    );
    const meant = { local_start: '2026-12-01 22:00:00', local_end: '2026-12-02 06:00:00' };
    const zone = { zone: 'Europe/London', tz_version: process.versions.tz, firmness: 'firm' };
    expect(rows).toEqual([
      { holder_kind: 'person', ...meant, ...zone },
      { holder_kind: 'seat', ...meant, ...zone },
    ]);
  });

  test('touching ends do not clash, a minute of overlap does; it says who', async () => {
    const cleo = person();
    await inTx((tx) => claim(tx, [cleo], at('08:00', '12:00'), source()));
    await inTx((tx) => claim(tx, [cleo], at('12:00', '16:00'), source()));
    const attempt = inTx((tx) => claim(tx, [person(), cleo], at('11:59', '12:01'), source()));
    await expect(attempt).rejects.toMatchObject({
      status: 409,
      code: 'time_taken',
      facts: { holder: cleo },
    });
    expect(await held(cleo)).toHaveLength(2);
  });

  test('the same id next door is someone else', async () => {
    const cleo = person();
    await inTx((tx) => claim(tx, [cleo], at('08:00', '12:00'), source()));
    const [row] = await world.sql<{ organisation_id: string }>(
      'SELECT organisation_id FROM person WHERE id = $1',
      [world.ids.fay],
    );
    const nextDoor = await tenantById(world.program.app, row?.organisation_id ?? '');
    await write(world.program.app, nextDoor, {}, (tx) =>
      claim(tx, [cleo], at('08:00', '12:00'), source()),
    );
    expect(await held(cleo)).toHaveLength(2);
  });

  test('64 at once for overlapping times: one is committed', async () => {
    const cleo = person();
    const attempts = Array.from({ length: 64 }, () =>
      inTx((tx) => claim(tx, [cleo], at('08:00', '12:00', '2026-12-03'), source())),
    );
    const results = await Promise.allSettled(attempts);
    const won = results.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'time_taken' });
    }
    expect(await held(cleo)).toHaveLength(1);
  });
});

describe('move and release', () => {
  test('a source moves to another span, over its own old one too', async () => {
    const [cleo, shift] = [person(), source()];
    await inTx((tx) => claim(tx, [cleo], at('08:00', '12:00'), shift));
    await inTx((tx) => move(tx, [cleo], at('10:00', '14:00'), shift));
    expect(await held(cleo)).toEqual([
      { starts_at: new Date('2026-12-01T10:00Z'), ends_at: new Date('2026-12-01T14:00Z') },
    ]);
  });

  test('onto a taken span it stays where it was', async () => {
    const [cleo, shift] = [person(), source()];
    await inTx((tx) => claim(tx, [cleo], at('08:00', '12:00'), shift));
    await inTx((tx) => claim(tx, [cleo], at('13:00', '15:00'), source()));
    const before = await held(cleo);
    const attempt = inTx((tx) => move(tx, [cleo], at('12:30', '13:30'), shift));
    await expect(attempt).rejects.toMatchObject({ code: 'time_taken' });
    expect(await held(cleo)).toEqual(before);
  });

  test('released time is free again; others keep theirs', async () => {
    const [cleo, dev, shift] = [person(), person(), source()];
    await inTx((tx) => claim(tx, [cleo, dev], at('08:00', '12:00'), shift));
    await inTx((tx) => claim(tx, [dev], at('12:00', '13:00'), source()));
    await inTx((tx) => release(tx, shift));
    expect(await held(cleo)).toEqual([]);
    expect(await held(dev)).toHaveLength(1);
    await inTx((tx) => claim(tx, [cleo, dev], at('08:00', '12:00'), source()));
  });
});

describe('looking', () => {
  test('clashes are what overlaps, without those of the source itself', async () => {
    const [cleo, dev, shift] = [person(), person(), source()];
    await inTx((tx) => claim(tx, [cleo], at('08:00', '12:00'), shift));
    await inTx((tx) => claim(tx, [dev], at('11:00', '13:00'), source()));
    const look = (start: string, end: string, except?: typeof shift) =>
      inTx((tx) => findClashes(tx, [cleo.id, dev.id], at(start, end), except));
    expect((await look('11:30', '11:45')).map(({ holder }) => holder)).toEqual([cleo, dev]);
    expect((await look('11:30', '11:45', shift)).map(({ holder }) => holder)).toEqual([dev]);
    expect(await look('07:00', '08:00')).toEqual([]);
    expect(await look('13:00', '14:00')).toEqual([]);
    expect(await inTx((tx) => findClashes(tx, [], at('08:00', '12:00')))).toEqual([]);
  });

  test('who is committed for up to eight days is found at the end of them too', async () => {
    const shift = source();
    const week = { ...at('00:00', '01:00'), endsAt: '2026-12-09T00:00:00Z' };
    await inTx((tx) => claim(tx, [{ kind: 'person', id: world.ids.eli }], week, shift));
    const free = (span: ReturnType<typeof at>) =>
      inTx(async (tx) => (await findFree(tx, span)).map(({ id }) => id));
    expect(await free(at('23:00', '23:59', '2026-12-08'))).not.toContain(world.ids.eli);
    expect(await free(at('00:00', '01:00', '2026-12-09'))).toContain(world.ids.eli);
  });
});

describe('the database refuses by itself', () => {
  const insert = (values: Record<string, string | null>) => {
    const row: Record<string, string | null> = {
      organisation_id: tenant.id,
      id: newId(),
      holder_kind: 'person',
      holder_id: newId(),
      starts_at: '2026-12-01T08:00Z',
      ends_at: '2026-12-01T12:00Z',
      local_start: '2026-12-01T08:00',
      local_end: '2026-12-01T12:00',
      zone: 'Europe/London',
      tz_version: '-',
      source_kind: 'shift',
      source_id: newId(),
      ...values,
    };
    const columns = Object.keys(row);
    const places = columns.map((_, i) => `$${i + 1}`);
    return world.sql(
      `INSERT INTO commitment (${columns.join(', ')}) VALUES (${places.join(', ')})`,
      Object.values(row),
    );
  };

  test('a sound row is accepted, back to back too', async () => {
    const holder_id = newId();
    await insert({ holder_id });
    await insert({ holder_id, starts_at: '2026-12-01T12:00Z', ends_at: '2026-12-01T16:00Z' });
    expect(
      await world.sql('SELECT FROM commitment WHERE holder_id = $1', [holder_id]),
    ).toHaveLength(2);
  });

  test('an overlap, whatever was checked before', async () => {
    const holder_id = newId();
    await insert({ holder_id });
    const second = insert({
      holder_id,
      starts_at: '2026-12-01T11:59Z',
      ends_at: '2026-12-01T13:00Z',
    });
    await expect(second).rejects.toMatchObject({
      code: '23P01',
      constraint: 'commitment_no_overlap',
    });
  });

  test.each<[string, Record<string, string | null>, string]>([
    ['an empty span', { ends_at: '2026-12-01T08:00Z' }, '23514'],
    ['a reversed span', { ends_at: '2026-12-01T07:00Z' }, '22000'],
    ['no start', { starts_at: null }, '23502'],
    ['no end', { ends_at: null }, '23502'],
    ['an end at infinity', { ends_at: 'infinity' }, '23514'],
    ['a start before all time', { starts_at: '-infinity' }, '23514'],
    ['more than eight days', { ends_at: '2026-12-09T08:01Z' }, '23514'],
    ['no holder', { holder_id: null }, '23502'],
    ['no organisation', { organisation_id: null }, '23502'],
    ['an organisation that is not there', { organisation_id: newId() }, '23503'],
    ['a holder of another kind', { holder_kind: 'cupboard' }, '23514'],
    ['held without an end to it', { firmness: 'held' }, '23514'],
  ])('%s', async (_what, values, code) => {
    await expect(insert(values)).rejects.toMatchObject({ code });
  });

  test('a range of one’s own, such as one with both ends in', async () => {
    await expect(insert({ during: '[2026-12-01 08:00,2026-12-01 12:00]' })).rejects.toMatchObject({
      code: '428C9',
    });
  });
});

describe('held until a moment', () => {
  const in_ = (minutes: number) => world.clock.now().add({ minutes }).toString();

  test('it holds until then, and is in nobody’s way from then on, without any sweep', async () => {
    const holder = person();
    const [first, second] = [source(), source()];
    await inTx((tx) => claim(tx, [holder], at('10:00', '11:00'), first, in_(5)));
    const claimed = inTx((tx) => claim(tx, [holder], at('10:30', '11:30'), second));
    await expect(claimed).rejects.toMatchObject({ code: 'time_taken' });
    expect(await inTx((tx) => findClashes(tx, [holder.id], at('10:30', '11:30')))).toHaveLength(1);
    world.clock.advance({ minutes: 5 });
    expect(await inTx((tx) => findClashes(tx, [holder.id], at('10:30', '11:30')))).toEqual([]);
    await inTx((tx) => claim(tx, [holder], at('10:30', '11:30'), second));
    expect(await held(holder)).toHaveLength(1);
    expect(await inTx((tx) => makeFirm(tx, first))).toBe(false);
  });

  test('all that a source holds goes at once, so that it is firm as a whole or not', async () => {
    const holders = [person(), { kind: 'resource', id: newId() } as const];
    const both = source();
    await inTx((tx) => claim(tx, holders, at('12:00', '13:00'), both, in_(5)));
    world.clock.advance({ minutes: 5 });
    await inTx((tx) => claim(tx, [holders[0] as Holder], at('12:30', '12:45'), source()));
    expect(await held(holders[1] as Holder)).toEqual([]);
  });

  test('made firm it stays', async () => {
    const holder = person();
    const one = source();
    await inTx((tx) => claim(tx, [holder], at('14:00', '15:00'), one, in_(5)));
    expect(await inTx((tx) => makeFirm(tx, one))).toBe(true);
    expect(await inTx((tx) => makeFirm(tx, one))).toBe(false);
    world.clock.advance({ minutes: 10 });
    const claimed = inTx((tx) => claim(tx, [holder], at('14:30', '15:30'), source()));
    await expect(claimed).rejects.toMatchObject({ code: 'time_taken' });
  });

  test('a hold that ran out is claimed by many at once: one has it', async () => {
    const holder: Holder = { kind: 'person', id: world.ids.eli };
    await inTx((tx) => claim(tx, [holder], at('16:00', '17:00', '2027-01-05'), source(), in_(5)));
    world.clock.advance({ minutes: 5 });
    const tries = Array.from({ length: 16 }, () =>
      inTx(async (tx) => {
        await lockHolders(tx, [holder]);
        await claim(tx, [holder], at('16:00', '17:00', '2027-01-05'), source());
      }),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
