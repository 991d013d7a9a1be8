import { beforeAll, describe, expect, test } from 'vitest';
import { addRule } from '../testing/approval-steps.ts';
import {
  addedResource,
  booked,
  bookingSettings,
  bookingUntruths,
  toldOf,
} from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { commitElsewhere, outcome } from '../testing/rota-steps.ts';
import { answer, happened, ownerOf, traded, twoOf } from '../testing/trade-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const owners = (...ids: string[]) => Promise.all(ids.map((id) => ownerOf(world, id)));

describe('who may', () => {
  test('a stranger, someone else, next door', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-01');
    const id = await traded(world, 'cleo', mine, theirs);
    const stranger = await world.anyone.post(`/api/reservations/trades/${id}`, {
      action: 'accept',
    });
    expect(outcome(stranger)).toEqual([401, 'unauthenticated']);
    for (const who of ['eli', 'fay'] as const) {
      expect(outcome(await answer(world, who, id, 'accept'))).toEqual([404, 'not_found']);
    }
    // An admin sees it, but it is not theirs to say yes to.
    for (const action of ['accept', 'reject', 'cancel']) {
      expect(outcome(await answer(world, 'ben', id, action))).toEqual([403, 'forbidden']);
    }
    expect(outcome(await answer(world, 'cleo', id, 'accept'))).toEqual([403, 'forbidden']);
    expect(outcome(await answer(world, 'cleo', id, 'reject'))).toEqual([403, 'forbidden']);
    expect(outcome(await answer(world, 'dev', id, 'cancel'))).toEqual([403, 'forbidden']);
    expect(outcome(await answer(world, 'dev', id, 'approve'))).toEqual([403, 'forbidden']);
    expect(await happened(world, id)).toEqual(['trade.asked']);
  });
});

test('accepted: owners and commitments change places, notes go, both are told, all is journalled', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-02', { notes: 'bring the projector' });
  const id = await traded(world, 'cleo', mine, theirs);
  const { status, body } = await answer(world, 'dev', id, 'accept', 'Gladly');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    ...{ status: 'ACCEPTED', response_message: 'Gladly', waits_for: null, why_not: null },
    can: { accept: false, reject: false, cancel: false },
  });
  expect(await owners(mine, theirs)).toEqual(['dev', 'cleo']);
  expect(await happened(world, id)).toEqual(['trade.asked', 'trade.accepted']);
  expect((await happened(world, mine)).at(-1)).toBe('reservation.traded');
  expect(await toldOf(world, id)).toEqual(['trade-asked dev']);
  expect((await toldOf(world, mine)).slice(-2)).toEqual(['trade-given cleo', 'trade-got dev']);
  expect((await toldOf(world, theirs)).slice(-2)).toEqual(['trade-given dev', 'trade-got cleo']);
  const got = (await world.as.dev.get(`/api/reservations/${mine}`)).body;
  expect(got).toMatchObject({ mine: true, notes: '', start_time: '10:00:00', version: 2 });
  expect((await world.as.cleo.get(`/api/reservations/${mine}`)).status).toBe(404);
  // Whose it was is no secret any more.
  const seen = await world.as.cleo.get(`/api/reservations/trades/${id}`);
  expect(seen.body.target_name).toBe('Dev Patel');
  expect(await bookingUntruths(world)).toEqual([]);
});

test('their calendars follow: one entry comes, one goes', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-18');
  await answer(world, 'dev', await traded(world, 'cleo', mine, theirs), 'accept');
  const entryOf = async (reservation: string, template: string) => {
    const [row] = await world.sql<{ id: string }>(
      `SELECT m.id FROM message m JOIN journal j ON j.id = m.journal_id
       WHERE j.subject_id = $1 AND m.template = $2 AND m.channel = 'email'`,
      [reservation, template],
    );
    const { calendar } = (await world.as.ben.get(`/api/mailbox/${row?.id}`)).body;
    const of = (name: string) => new RegExp(`${name}:(.*)`).exec(calendar.text)?.[1]?.trim();
    const attendee = /mailto:(\S+)/i.exec(calendar.text.split('ATTENDEE')[1] ?? '')?.[1];
    return [calendar.method, of('UID'), of('SEQUENCE'), attendee?.split('@')[0]];
  };
  const [uid, uid2] = [`${mine}@callboard`, `${theirs}@callboard`];
  expect(await entryOf(mine, 'trade-got')).toEqual(['REQUEST', uid, '2', 'dev']);
  expect(await entryOf(mine, 'trade-given')).toEqual(['CANCEL', uid, '2', 'cleo']);
  expect(await entryOf(theirs, 'trade-got')).toEqual(['REQUEST', uid2, '2', 'cleo']);
});

test('one of a series leaves it: the series goes on without it', async () => {
  const made = await world.as.cleo.post('/api/reservations/series', {
    ...{ date: '2027-03-01', start_time: '10:00', end_time: '11:00' },
    rrule: 'FREQ=WEEKLY;COUNT=3',
  });
  expect(made.status).toBe(201);
  const second = made.body.series.reservations[1].id;
  const theirs = await booked(world, 'dev', { date: '2027-03-09' });
  const id = await traded(world, 'cleo', second, theirs);
  expect((await answer(world, 'dev', id, 'accept')).status).toBe(200);
  expect(await owners(second, theirs)).toEqual(['dev', 'cleo']);
  const [row] = await world.sql<{ id: string }>(
    `SELECT m.id FROM message m JOIN journal j ON j.id = m.journal_id
     WHERE j.subject_id = $1 AND m.template = 'trade-given' AND m.channel = 'email'`,
    [second],
  );
  const { calendar } = (await world.as.ben.get(`/api/mailbox/${row?.id}`)).body;
  expect(calendar.method).toBe('REQUEST');
  expect(calendar.text).toContain(`UID:${made.body.series.id}@callboard`);
  expect(calendar.text).toContain('EXDATE;TZID=Europe/London:20270308T100000');
});

test('R-23: two resources at the same time change hands in one statement', async () => {
  const hall = await addedResource(world, 'Hall');
  const date = '2026-12-03';
  const mine = await booked(world, 'cleo', { date });
  const theirs = await booked(world, 'dev', { date, resource: hall });
  const id = await traded(world, 'cleo', mine, theirs);
  expect((await answer(world, 'dev', id, 'accept')).status).toBe(200);
  expect(await owners(mine, theirs)).toEqual(['dev', 'cleo']);
  expect(await bookingUntruths(world)).toEqual([]);
});

test('spans that overlap each other can be swapped: each gives what is in the way', async () => {
  const court = await addedResource(world, 'Court');
  const date = '2026-12-04';
  const mine = await booked(world, 'cleo', { date, start: '10:00', end: '12:00' });
  const theirs = await booked(world, 'dev', {
    date,
    resource: court,
    start: '11:00',
    end: '13:00',
  });
  const id = await traded(world, 'cleo', mine, theirs);
  expect((await answer(world, 'dev', id, 'accept')).status).toBe(200);
  expect(await owners(mine, theirs)).toEqual(['dev', 'cleo']);
});

test('rejected, with why: who asked is told; cancelled: who was asked is told', async () => {
  const [mine, theirs] = await twoOf(world, '2026-12-07');
  const first = await traded(world, 'cleo', mine, theirs);
  const rejected = await answer(world, 'dev', first, 'reject', 'I need it');
  expect(rejected.body).toMatchObject({ status: 'REJECTED', response_message: 'I need it' });
  expect(await toldOf(world, first)).toEqual(['trade-asked dev', 'trade-rejected cleo']);
  const second = await traded(world, 'cleo', mine, theirs);
  expect((await answer(world, 'cleo', second, 'cancel')).body.status).toBe('CANCELLED');
  expect(await toldOf(world, second)).toEqual(['trade-asked dev', 'trade-cancelled dev']);
  for (const action of ['accept', 'reject']) {
    expect(outcome(await answer(world, 'dev', second, action))).toEqual([409, 'trade_closed']);
  }
  expect(await happened(world, second)).toEqual(['trade.asked', 'trade.cancelled']);
  expect(await owners(mine, theirs)).toEqual(['cleo', 'dev']);
});

describe('checked again when it is accepted', () => {
  test.each<[string, (mine: string, theirs: string) => Promise<unknown>]>([
    ['moved', (mine) => world.as.cleo.put(`/api/reservations/${mine}`, { start_time: '10:15' })],
    ['cancelled', (mine) => world.as.cleo.delete(`/api/reservations/${mine}`)],
    [
      'theirs moved',
      (_, theirs) => world.as.dev.put(`/api/reservations/${theirs}`, { end_time: '15:30' }),
    ],
  ])('%s: 409, it is EXPIRED, nothing moved', async (what, change) => {
    const dates = { moved: '2026-12-08', cancelled: '2026-12-09', 'theirs moved': '2026-12-10' };
    const [mine, theirs] = await twoOf(world, dates[what as 'moved']);
    const id = await traded(world, 'cleo', mine, theirs);
    await change(mine, theirs);
    expect(outcome(await answer(world, 'dev', id, 'accept'))).toEqual([409, 'trade_expired']);
    const seen = await world.as.cleo.get(`/api/reservations/trades/${id}`);
    expect(seen.body).toMatchObject({ status: 'EXPIRED', can: { cancel: false } });
    expect(await owners(mine, theirs)).toEqual(['cleo', 'dev']);
  });

  test('someone is not free any more: 409, it waits on, and says no more than it may', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-14');
    const id = await traded(world, 'cleo', mine, theirs);
    await commitElsewhere(world, 'cleo', '2026-12-14T14:30Z', '2026-12-14T16:00Z');
    const refused = await answer(world, 'dev', id, 'accept');
    expect(outcome(refused)).toEqual([409, 'person_busy']);
    expect(refused.body.detail).toBe('Someone in it has something else then.');
    const seen = await world.as.dev.get(`/api/reservations/trades/${id}`);
    expect(seen.body).toMatchObject({
      status: 'PENDING',
      can: { accept: false, reject: true },
      why_not: { code: 'person_busy' },
    });
    expect(await owners(mine, theirs)).toEqual(['cleo', 'dev']);
  });

  test('a limit of hours in the week counts without what is given', async () => {
    await bookingSettings(world, { weekly_hours_max: 2 });
    const mine = await booked(world, 'cleo', { date: '2027-02-02', start: '10:00', end: '11:00' });
    const theirs = await booked(world, 'dev', { date: '2027-02-03', start: '10:00', end: '12:00' });
    const id = await traded(world, 'cleo', mine, theirs);
    await booked(world, 'cleo', { date: '2027-02-04', start: '10:00', end: '11:00' });
    expect(outcome(await answer(world, 'dev', id, 'accept'))).toEqual([409, 'too_many_hours']);
    await bookingSettings(world, { weekly_hours_max: 3 });
    expect((await answer(world, 'dev', id, 'accept')).status).toBe(200);
    await bookingSettings(world, { weekly_hours_max: null });
  });
});

describe('where a rule asks for an admin', () => {
  test('yes waits; an admin lets it happen, after every check again, or declines', async () => {
    const monday = { window: { weekdays: [0], start_time: '00:00', end_time: '00:00' } };
    const rule = await addRule(world, { subject: 'trade', name: 'Mondays', conditions: monday });
    const [mine, theirs] = await twoOf(world, '2026-12-21');
    const id = await traded(world, 'cleo', mine, theirs);
    expect(outcome(await answer(world, 'ben', id, 'approve'))).toEqual([409, 'trade_not_accepted']);
    const accepted = await answer(world, 'dev', id, 'accept');
    expect(accepted.body).toMatchObject({
      ...{ status: 'PENDING', waits_for: 'admin', can: { accept: false, reject: true } },
      approval_reasons: [{ detail: 'Mondays: it reaches into Monday all day.' }],
    });
    expect(await toldOf(world, id)).toEqual([
      ...['trade-asked dev', 'trade-agreed ada', 'trade-agreed ben'],
    ]);
    const { body: lists } = await world.as.ben.get('/api/reservations/trades');
    expect(lists.to_decide).toMatchObject([{ id, can: { approve: true, decline: true } }]);
    expect((await answer(world, 'ben', id, 'approve')).body.status).toBe('ACCEPTED');
    expect(await owners(mine, theirs)).toEqual(['dev', 'cleo']);
    expect(await happened(world, id)).toEqual(['trade.asked', 'trade.agreed', 'trade.accepted']);

    const back = await traded(world, 'dev', mine, theirs);
    await answer(world, 'cleo', back, 'accept');
    const declined = await answer(world, 'ben', back, 'decline', 'Leave it so');
    expect(declined.body).toMatchObject({ status: 'REJECTED', response_message: 'Leave it so' });
    expect((await toldOf(world, back)).slice(-2)).toEqual([
      ...['trade-rejected cleo', 'trade-rejected dev'],
    ]);
    await world.as.ben.delete(`/api/approval-rules/${rule.body.id}`);
  });
});

describe('at once', () => {
  test('R-20: accepted twice in parallel: swapped once', async () => {
    const [mine, theirs] = await twoOf(world, '2026-12-22');
    const id = await traded(world, 'cleo', mine, theirs);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => answer(world, 'dev', id, 'accept')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await owners(mine, theirs)).toEqual(['dev', 'cleo']);
    expect(await happened(world, id)).toEqual(['trade.asked', 'trade.accepted']);
  });

  test('R-21: accepted while one side is cancelled: one of both, never half', async () => {
    for (const date of ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07']) {
      const [mine, theirs] = await twoOf(world, date);
      const id = await traded(world, 'cleo', mine, theirs);
      const [accepted, cancelled] = await Promise.all([
        answer(world, 'dev', id, 'accept'),
        world.as.cleo.delete(`/api/reservations/${mine}`),
      ]);
      // When the swap came first, it is not hers to cancel any more.
      if (accepted.status === 200) expect([403, 404]).toContain(cancelled.status);
      else {
        expect(outcome(accepted)).toEqual([409, 'trade_expired']);
        expect(cancelled.status).toBe(204);
      }
      const swapped = accepted.status === 200;
      expect(await ownerOf(world, theirs)).toBe(swapped ? 'cleo' : 'dev');
    }
    expect(await bookingUntruths(world)).toEqual([]);
  });

  test('R-22: A↔B and B↔C at once, over the same reservation: one succeeds, no deadlock', async () => {
    for (const day of ['11', '12', '13', '14', '18', '19']) {
      const date = `2027-01-${day}`;
      const [mine, theirs] = await twoOf(world, date);
      const third = await booked(world, 'eli', { date, start: '16:00', end: '17:00' });
      const [one, two] = [
        await traded(world, 'cleo', mine, theirs),
        await traded(world, 'eli', third, theirs),
      ];
      const answers = await Promise.all([
        answer(world, 'dev', one, 'accept'),
        answer(world, 'dev', two, 'accept'),
      ]);
      expect(answers.map(outcome).sort()).toEqual([
        [200, undefined],
        [409, 'trade_expired'],
      ]);
    }
    expect(await bookingUntruths(world)).toEqual([]);
  });

  test('crosswise at once: A↔B and B↔A of other reservations both succeed', async () => {
    const [a1, b1] = await twoOf(world, '2027-01-20');
    const [a2, b2] = await twoOf(world, '2027-01-21');
    const ids = [await traded(world, 'cleo', a1, b1), await traded(world, 'dev', b2, a2)];
    const answers = await Promise.all([
      answer(world, 'dev', ids[0] as string, 'accept'),
      answer(world, 'cleo', ids[1] as string, 'accept'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await owners(a1, b1, a2, b2)).toEqual(['dev', 'cleo', 'dev', 'cleo']);
  });
});
