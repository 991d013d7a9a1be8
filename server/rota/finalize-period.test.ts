import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, ask, asked, eventsOf, openPeriod, outcome } from '../testing/rota-steps.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
let date = '2026-12-01';
beforeAll(async () => {
  world = await openWorld();
});

const finalize = (period: string, body: object = {}, who: keyof World['as'] = 'ben') =>
  world.as[who].post(`/api/schedule-periods/${period}/finalize`, body);
const forced = { force: true, reason: 'The agency covers the rest' };

/** What happened to the period itself: that its days turned is told elsewhere. */
const eventsOfPeriod = async (period: string) =>
  (await eventsOf(world, period)).filter((event) => event !== 'coverage.alert');

/** A period of one new day; `covered`: Cleo is on for all of it. */
async function openDay(covered: boolean): Promise<string> {
  date = Temporal.PlainDate.from(date).add({ days: 3 }).toString();
  const period = await openPeriod(world, { name: `Day ${date}`, start_date: date, end_date: date });
  if (covered) {
    const shift = await asked(world, 'cleo', { period, date, start: '06:00', end: '22:00' });
    await approve(world, shift, { override_overtime: true });
  }
  return period;
}

describe('who may', () => {
  test('a stranger is asked to log in, a member may not, next door has none', async () => {
    const period = await openDay(true);
    const stranger = await world.anyone.post(`/api/schedule-periods/${period}/finalize`, {});
    expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
    expect(outcome(await finalize(period, {}, 'cleo'))).toEqual([403, 'forbidden']);
    expect(outcome(await finalize(period, {}, 'fay'))).toEqual([404, 'not_found']);
    expect(await eventsOfPeriod(period)).toEqual(['period.created']);
  });
});

test('covered: finalized, journalled, and nothing in it changes any more', async () => {
  const period = await openDay(true);
  const [shift] = (await world.as.ben.get(`/api/schedule-periods/${period}`)).body.shifts;
  expect(await finalize(period)).toMatchObject({
    status: 200,
    body: {
      message: 'Schedule period finalized successfully.',
      period: {
        id: period,
        status: 'FINALIZED',
        can: { ask: false, decide: false, edit: false, finalize: false },
      },
    },
  });
  expect(await eventsOfPeriod(period)).toEqual(['period.created', 'period.finalized']);
  expect((await world.journal()).at(-1)).toMatchObject({
    event: 'period.finalized',
    actor_id: world.ids.ben,
    data: { forced: false, reason: '', gaps: [], rejected: [] },
  });
  const path = `/api/shifts/${shift.id}`;
  expect(outcome(await ask(world, 'dev', { period, date }))).toEqual([409, 'period_not_open']);
  expect(outcome(await world.as.ben.patch(path, { notes: 'x' }))).toEqual([
    409,
    'period_finalized',
  ]);
  expect(outcome(await world.as.ben.delete(path))).toEqual([409, 'period_finalized']);
  const direct = await world.as.ben.post('/api/shifts', {
    ...{ schedule_period: period, date, start_time: '10:00', end_time: '11:00' },
    ...{ admin_direct: true, requested_by: world.ids.dev },
  });
  expect(outcome(direct)).toEqual([409, 'period_not_open']);
  expect(outcome(await finalize(period))).toEqual([409, 'period_finalized']);
  expect(outcome(await finalize(period, forced))).toEqual([409, 'period_finalized']);
});

describe('with gaps', () => {
  test('coverage_open lists every date and window, and all stays as it was', async () => {
    const period = await openDay(false);
    await approve(
      world,
      await asked(world, 'cleo', { period, date, start: '07:00', end: '21:30' }),
    );
    const pending = await asked(world, 'dev', { period, date, start: '21:30', end: '23:00' });
    const answer = await finalize(period);
    expect(outcome(answer)).toEqual([409, 'coverage_open']);
    expect(answer.body.detail).toContain(`Morning on ${date}, Evening on ${date}`);
    expect(answer.body.gaps).toEqual([
      { date, window: 'Morning', spans: [{ start_time: '06:00:00', end_time: '07:00:00' }] },
      { date, window: 'Evening', spans: [{ start_time: '21:30:00', end_time: '22:00:00' }] },
    ]);
    expect((await world.as.dev.get(`/api/shifts/${pending}`)).body.status).toBe('PENDING');
    expect(await eventsOfPeriod(period)).toEqual(['period.created']);
  });

  test('by force without a reason: 400 on reason', async () => {
    const period = await openDay(false);
    for (const body of [{ force: true }, { force: true, reason: '  ' }]) {
      const answer = await finalize(period, body);
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, ['reason']]);
    }
    expect(outcome(await finalize(period, { reason: 'No force' }))).toEqual([409, 'coverage_open']);
  });

  test('by force with a reason: who, why and which gaps are in the journal', async () => {
    const period = await openDay(false);
    expect((await finalize(period, forced)).status).toBe(200);
    expect((await world.journal()).at(-1)).toMatchObject({
      actor_id: world.ids.ben,
      data: { forced: true, reason: forced.reason, gaps: [{ date, window: 'Morning' }, { date }] },
    });
  });
});

test('what still waits is rejected with a reason, each in the journal with its cause', async () => {
  const period = await openDay(true);
  const first = await asked(world, 'dev', { period, date });
  const second = await asked(world, 'eli', { period, date, start: '07:00', end: '08:00' });
  await finalize(period);
  for (const [shift, who] of [
    [first, 'dev'],
    [second, 'eli'],
  ] as const) {
    expect((await world.as[who].get(`/api/shifts/${shift}`)).body).toMatchObject({
      status: 'REJECTED',
      rejected_reason: `Day ${date} was finalized.`,
    });
    expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.rejected']);
  }
  const causes = await world.sql(
    `SELECT cause.event FROM journal JOIN journal cause ON cause.id = journal.cause_id
     WHERE journal.subject_id = ANY($1)`,
    [[first, second]],
  );
  expect(causes).toEqual([{ event: 'period.finalized' }, { event: 'period.finalized' }]);
  const [decided] = await world.sql(
    'SELECT count(*)::int FROM shift_decision WHERE shift_id = ANY($1) AND decided_by = $2',
    [[first, second], world.ids.ben],
  );
  expect(decided).toEqual({ count: 2 });
});

test('everyone with a shift or a request gets one letter, and nobody else', async () => {
  const period = await openDay(true);
  await asked(world, 'dev', { period, date });
  await asked(world, 'dev', { period, date, start: '10:00', end: '11:00' });
  await world.as.eli.delete(`/api/shifts/${await asked(world, 'eli', { period, date })}`);
  const before = (await world.messages()).length;
  await finalize(period);
  const letters = (await world.messages()).slice(before);
  expect(letters.map(({ template, address }) => `${template} ${address}`).sort()).toEqual([
    'period-finalized cleo@harbour.example',
    'period-finalized dev@harbour.example',
  ]);
  const mailbox = (await world.as.ben.get('/api/mailbox')).body as { id: string; to: string }[];
  const textFor = async (who: string) => {
    const { id } = mailbox.find(({ to }) => to.startsWith(who)) as { id: string };
    return (await world.as.ben.get(`/api/mailbox/${id}`)).body.text as string;
  };
  expect(await textFor('cleo')).toContain('Your shifts: 1, 16.00 hours');
  expect((await textFor('dev')).match(/Not approved: /g)).toHaveLength(2);
});

test('who watches hears it at once; why it was forced is for who decides', async () => {
  const period = await openDay(false);
  const ears = [await openEar(world, 'cleo'), await openEar(world, 'ada')] as const;
  for (const ear of ears) {
    ear.say({ type: 'subscribe', topic: `schedule:${period}` });
    await ear.hears(({ type }) => type === 'subscribed');
  }
  await finalize(period, forced);
  const [cleo, ada] = await Promise.all(
    ears.map((ear) => ear.hears(({ type }) => type === 'period.finalized')),
  );
  expect(cleo).toMatchObject({
    message: `Day ${date} has been finalized`,
    period: { id: period, status: 'FINALIZED' },
  });
  expect(JSON.stringify(cleo)).not.toContain('agency');
  expect(ada).toMatchObject({ forced: true, reason: forced.reason });
  for (const ear of ears) ear.close();
});

test('twice at once: one, with one entry and one letter each', async () => {
  const period = await openDay(true);
  const before = (await world.messages()).length;
  const answers = await Promise.all([finalize(period), finalize(period, {}, 'ada')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await eventsOfPeriod(period)).toEqual(['period.created', 'period.finalized']);
  expect((await world.messages()).length).toBe(before + 1);
});

test('an approval at the same moment is in it or refused, never half', async () => {
  for (let round = 0; round < 6; round += 1) {
    const period = await openDay(false);
    const shift = await asked(world, 'dev', { period, date });
    const [approved, done] = await Promise.all([approve(world, shift), finalize(period, forced)]);
    expect(done.status).toBe(200);
    const { status } = (await world.as.dev.get(`/api/shifts/${shift}`)).body;
    expect(status).toBe(approved.status === 200 ? 'APPROVED' : 'REJECTED');
    if (approved.status !== 200) expect(outcome(approved)).toEqual([409, 'period_finalized']);
    const held = await world.sql('SELECT FROM commitment WHERE source_id = $1', [shift]);
    expect(held.length).toBe(approved.status === 200 ? 2 : 0);
  }
});
