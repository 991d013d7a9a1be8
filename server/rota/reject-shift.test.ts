import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, eventsOf, openPeriod, outcome, setPeriod } from '../testing/rota-steps.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const reason = { rejected_reason: 'Two of you that morning already.' };
const reject = (who: keyof World['as'], shift: string, body: object = reason) =>
  world.as[who].post(`/api/shifts/${shift}/reject`, body);

describe('who may', () => {
  test('a stranger is asked to log in', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-01' });
    const answer = await world.anyone.post(`/api/shifts/${shift}/reject`, reason);
    expect(outcome(answer)).toEqual([401, 'unauthenticated']);
  });

  test('a member may not', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-02' });
    expect(outcome(await reject('cleo', shift))).toEqual([403, 'forbidden']);
  });

  test('for another organisation there is no such shift', async () => {
    const shift = await asked(world, 'cleo', { period, date: '2026-12-03' });
    expect(outcome(await reject('fay', shift))).toEqual([404, 'not_found']);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested']);
  });
});

test('the person learns the reason; the journal says who', async () => {
  const shift = await asked(world, 'cleo', { period, date: '2026-12-04' });
  const answer = await reject('ben', shift);
  expect(answer).toMatchObject({
    status: 200,
    body: {
      message: 'Shift rejected.',
      shift: {
        status: 'REJECTED',
        rejected_reason: reason.rejected_reason,
        approved_at: null,
        approved_by: null,
        can: { approve: false, reject: false, edit: false, cancel: false },
      },
    },
  });
  expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.rejected']);
  expect((await world.journal()).at(-1)).toMatchObject({
    actor_id: world.ids.ben,
    data: { was: 'PENDING', reason: reason.rejected_reason },
  });
  expect((await world.messages()).at(-1)).toMatchObject({
    template: 'shift-rejected',
    address: 'cleo@harbour.example',
  });
  const mailbox = await world.as.ben.get('/api/mailbox?to=cleo@harbour.example&limit=1');
  const letter = await world.as.ben.get(`/api/mailbox/${mailbox.body[0].id}`);
  expect(letter.body.text).toContain(`Reason: ${reason.rejected_reason}`);
  const seen = await world.as.cleo.get(`/api/shifts/${shift}`);
  expect(seen.body.rejected_reason).toBe(reason.rejected_reason);
  expect(await world.sql('SELECT FROM commitment WHERE source_id = $1', [shift])).toEqual([]);
});

describe('refusals', () => {
  test.each([
    ['missing', {}],
    ['empty', { rejected_reason: '' }],
    ['only spaces', { rejected_reason: '   ' }],
    ['too long', { rejected_reason: 'x'.repeat(1_001) }],
    ['no text', { rejected_reason: 7 }],
  ])('a reason that is %s: 400 that names it', async (_what, body) => {
    const date = '2026-12-05';
    const [open] = await world.sql<{ id: string }>('SELECT id FROM shift WHERE date = $1', [date]);
    const shift = open?.id ?? (await asked(world, 'cleo', { period, date }));
    const answer = await reject('ben', shift, body);
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body.errors)).toEqual(['rejected_reason']);
    expect(await eventsOf(world, shift)).toEqual(['shift.requested']);
  });

  test('one that is decided already: shift_not_pending', async () => {
    const approved = await asked(world, 'cleo', { period, date: '2026-12-06' });
    await approve(world, approved);
    const answer = await reject('ben', approved);
    expect(outcome(answer)).toEqual([409, 'shift_not_pending']);
    expect(answer.body.shift_status).toBe('APPROVED');
    expect(await eventsOf(world, approved)).toEqual(['shift.requested', 'shift.approved']);
  });

  test('a finalized period: period_finalized', async () => {
    const finalized = await openPeriod(world);
    const shift = await asked(world, 'dev', { period: finalized, date: '2026-12-07' });
    await setPeriod(world, finalized, 'FINALIZED');
    expect(outcome(await reject('ben', shift))).toEqual([409, 'period_finalized']);
  });
});

test('rejected by two admins at once: one 200, one 409, one message', async () => {
  const shift = await asked(world, 'dev', { period, date: '2026-12-08' });
  const answers = await Promise.all([reject('ada', shift), reject('ben', shift)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await eventsOf(world, shift)).toEqual(['shift.requested', 'shift.rejected']);
  const rows = await world.sql(
    `SELECT count(*)::int AS n FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'shift-rejected'`,
    [shift],
  );
  expect(rows).toEqual([{ n: 1 }]);
});
