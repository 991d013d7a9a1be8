import { beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { openPeriod } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';
import { later, runDue, takes } from './testing.ts';

let world: World;
let period: string;
beforeEach(async () => {
  world = await openWorld();
  const dates = { start_date: '2026-11-20', end_date: '2026-12-31' };
  period = await openPeriod(world, { name: 'Winter', ...dates });
  await runDue(world);
});

const letters = async () => {
  const all = await world.messages();
  return all.filter(({ template }) => template === 'gap-alert').map(({ address }) => address);
};
const admins = ['ada@harbour.example', 'ben@harbour.example'];
const alerts = () =>
  world.sql<{ subject_id: string; actor_id: string | null; data: Record<string, unknown> }>(
    `SELECT subject_id, actor_id, data FROM journal WHERE event = 'coverage.alert' ORDER BY seq`,
  );

test('a minute before six nothing, at six one letter to each admin, and not again', async () => {
  world.clock.advance({ hours: 20, minutes: 59 });
  expect(await runDue(world)).toEqual([]);
  expect(await letters()).toEqual([]);
  world.clock.advance({ minutes: 1 });
  expect(await runDue(world)).toEqual(['gap-alert']);
  expect((await letters()).sort()).toEqual(admins);
  expect(await runDue(world)).toEqual([]);
  expect(await alerts()).toHaveLength(28);
});

test('the journal has each gap once, with who could fill it, in nobody’s name', async () => {
  world.clock.advance({ hours: 24 });
  await runDue(world);
  const [first] = await alerts();
  // At nine the morning of the 21st is over; the evening is still ahead.
  expect(first).toMatchObject({
    subject_id: period,
    actor_id: null,
    data: {
      ...{ kind: 'gap', date: '2026-11-21', window: 'evening' },
      gaps: [{ start_time: '21:00:00', end_time: '22:00:00' }],
    },
  });
  expect(first?.data.candidates).toHaveLength(3);
});

test('the letter lists all gaps with who could fill them and why, and no notes of anyone', async () => {
  await takes(world, 'dev', { period, date: '2026-11-23', notes: 'canary-note' });
  world.clock.advance({ hours: 24 });
  await runDue(world);
  const ben = later(world, 'ben');
  const [listed] = (await ben.get('/api/mailbox')).body;
  expect(listed).toMatchObject({ event: 'coverage.alert', subject: expect.any(String) });
  expect(listed.subject).toBe('26 windows ahead, the first on Sat 21 November');
  const { text, html } = (await ben.get(`/api/mailbox/${listed.id}`)).body;
  for (const written of [text, html]) {
    expect(written).toContain('Sat 21 November, Evening 21:00–22:00');
    expect(written).not.toContain('Mon 23 November, Morning');
    expect(written).toContain('3 of 40 hours that week with it');
    expect(written).toContain('Ada Okafor (free from 21:00 to 22:00; ');
    expect(written).not.toMatch(/canary/);
  }
});

test('days without gaps are quiet', async () => {
  await world.sql(`UPDATE schedule_period SET status = 'FINALIZED'`);
  world.clock.advance({ hours: 24 });
  expect(await runDue(world)).toEqual(['gap-alert']);
  expect(await letters()).toEqual([]);
  expect(await alerts()).toEqual([]);
});

test('three days down: caught up once, and on from there', async () => {
  world.clock.advance({ hours: 21 });
  await runDue(world);
  world.clock.advance({ hours: 77 });
  // Saturday 21 to Tuesday 24: a Monday is among the days that were missed.
  expect((await runDue(world)).sort()).toEqual(['gap-alert', 'patterns']);
  expect(await runDue(world)).toEqual([]);
  expect(await letters()).toHaveLength(4);
  world.clock.advance({ hours: 18, minutes: 59 });
  expect(await runDue(world)).toEqual([]);
  world.clock.advance({ minutes: 1 });
  expect(await runDue(world)).toEqual(['gap-alert']);
  expect(await letters()).toHaveLength(6);
});

test('two nodes that sweep at once do it once, day after day', async () => {
  const other = (await world.anotherNode()).program;
  const days = 5;
  world.clock.advance({ hours: 21 });
  for (let day = 0; day < days; day += 1) {
    await Promise.all([runDue(world), runDue(world, other), runDue(world), runDue(world, other)]);
    world.clock.advance({ hours: 24 });
  }
  expect(await letters()).toHaveLength(2 * days);
  const doubles = await world.sql(
    `SELECT 1 FROM journal WHERE event = 'coverage.alert' GROUP BY at, data ->> 'date', data ->> 'window' HAVING count(*) > 1`,
  );
  expect(doubles).toEqual([]);
  const [counted] = await world.sql(
    `SELECT count(*)::int AS n FROM journal WHERE event = 'pattern.computed' AND at > '2026-11-23'`,
  );
  // Harbour Care's and Foyle Street's, of one Monday.
  expect(counted).toEqual({ n: 2 });
});

test('work that fails leaves nothing behind and is done at the next sweep', async () => {
  world.clock.advance({ hours: 21 });
  await world.sql('ALTER TABLE gap_notice ADD CONSTRAINT broken CHECK (false)');
  await expect(runDue(world)).rejects.toThrow();
  expect(await alerts()).toEqual([]);
  await world.sql('ALTER TABLE gap_notice DROP CONSTRAINT broken');
  await runDue(world);
  expect((await letters()).sort()).toEqual(admins);
});

test('another time zone: planned anew, and no gap is told twice a day', async () => {
  world.clock.advance({ hours: 21 });
  await runDue(world);
  await world.sql(
    `UPDATE organisation SET time_zone = 'America/New_York' WHERE slug = 'harbour-care'`,
  );
  expect(await runDue(world)).toEqual([]);
  world.clock.advance({ hours: 5 });
  expect(await runDue(world)).toEqual(['gap-alert']);
  expect(await letters()).toHaveLength(2);
  world.clock.advance({ hours: 24 });
  expect(await runDue(world)).toEqual(['gap-alert']);
  expect(await letters()).toHaveLength(4);
});

test('live: admins who watch the period hear of the gap, members nothing', async () => {
  world.clock.advance({ hours: 21 });
  const [ben, cleo] = [await openEar(world, 'ben'), await openEar(world, 'cleo')];
  for (const ear of [ben, cleo]) {
    ear.say({ type: 'subscribe', topic: `schedule:${period}` });
    await ear.hears(({ type }) => type === 'subscribed');
  }
  await runDue(world);
  const heard = await ben.hears(({ type }) => type === 'coverage.alert');
  expect(heard).toMatchObject({ kind: 'gap', date: '2026-11-21', window: 'morning' });
  expect(heard.candidates).toHaveLength(3);
  await world.anyone.get('/api/health');
  cleo.say({ type: 'ping' });
  await cleo.hears(({ type }) => type === 'pong');
  await ben.hears(({ date, window }) => date === '2026-12-04' && window === 'evening');
  expect(cleo.heard.filter(({ type }) => type === 'coverage.alert')).toEqual([]);
  for (const ear of [ben, cleo]) ear.close();
});
