import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cleosPhone, openProviders, type Providers, sentMessage } from '../testing/providers.ts';
import { outcome } from '../testing/rota-steps.ts';
import { deliverDue } from './deliver-message.ts';
import { processCallbacks } from './process-callbacks.ts';
import { takeReport } from './take-report.ts';

const newPhone = '+447700900456';
let providers: Providers;
let id: string;
let count = 0;
beforeAll(async () => {
  providers = await openProviders();
});
beforeEach(async () => {
  count += 1;
  const { world } = providers;
  await world.sql('DELETE FROM dead_address');
  await world.sql('UPDATE person SET phone_number = $2 WHERE id = $1', [
    ...[world.ids.cleo, cleosPhone],
  ]);
  id = await sentMessage(providers, 'sms', `SM${count}`);
  await report('undelivered', '30005');
});

const report = (status: string, code: string | null = null, providerId = `SM${count}`) =>
  takeReport(providers.world.program.app, {
    ...{ organisationId: providers.organisation, messageId: id, providerId },
    ...{ status, code, detail: null },
  });
const again = (who: 'ada' | 'ben' | 'cleo' | 'fay' = 'ben') =>
  providers.world.as[who].post(`/api/deliveries/${id}/send-again`);
const state = async () => {
  const [row] = await providers.world.sql<{ status: string; address: string; provider_id: string }>(
    'SELECT status, address, round, attempts, provider_id, failure FROM message WHERE id = $1',
    [id],
  );
  return row;
};
const eventsOf = async () =>
  (
    await providers.world.sql<{ event: string }>(
      'SELECT event FROM journal WHERE subject_id = $1 ORDER BY seq',
      [id],
    )
  ).map((row) => row.event);
const templates = { added: () => ({ subject: 'Welcome', opening: 'Hello.' }) };
const deliver = () =>
  deliverDue(providers.world.program.app, templates, providers.organisation, 'sms');

describe('who may', () => {
  test('a stranger is asked to log in, a member may not', async () => {
    const { anyone } = providers.world;
    expect(outcome(await anyone.post(`/api/deliveries/${id}/send-again`))).toEqual([
      ...[401, 'unauthenticated'],
    ]);
    expect(outcome(await again('cleo'))).toEqual([403, 'forbidden']);
  });

  test('next door there is no such delivery', async () => {
    expect(outcome(await again('fay'))).toEqual([404, 'not_found']);
    expect(await eventsOf()).toEqual(['message.failed']);
  });
});

test('it goes out once more, to the person’s present number, and is journalled', async () => {
  await providers.world.sql('UPDATE person SET phone_number = $2 WHERE id = $1', [
    ...[providers.world.ids.cleo, newPhone],
  ]);
  const answer = await again();
  expect(answer).toMatchObject({ status: 200, body: { id, to: newPhone, status: 'queued' } });
  expect(await state()).toMatchObject({ status: 'queued', round: 2, provider_id: null });
  await deliver();
  expect(providers.twilio.taken.at(-1)?.to).toBe(newPhone);
  expect(await state()).toMatchObject({ status: 'sent', attempts: 2, failure: null });
  await providers.twilio.report(providers.twilio.taken.at(-1)?.sid ?? '', 'delivered');
  await processCallbacks(providers.world.program.app);
  expect(await state()).toMatchObject({ status: 'delivered' });
  expect(await eventsOf()).toEqual(['message.failed', 'message.sent_again']);
  const entry = (await providers.world.journal()).at(-1);
  expect(entry).toMatchObject({
    actor_id: providers.world.ids.ben,
    data: { person: providers.world.ids.cleo, channel: 'sms', was: 'failed' },
  });
});

test('a number that was given up is tried again, and may be given up again', async () => {
  const dead = () => providers.world.sql('SELECT address FROM dead_address');
  expect(await dead()).toHaveLength(1);
  await again();
  expect(await dead()).toEqual([]);
  await deliver();
  expect(await state()).toMatchObject({ status: 'sent' });
});

test('late words about the round before change nothing', async () => {
  await again();
  await report('failed', '30008');
  await report('delivered');
  expect(await state()).toMatchObject({ status: 'queued', provider_id: null });
  await deliver();
  expect(await state()).toMatchObject({ status: 'sent' });
});

test('it has all its attempts again', async () => {
  await again();
  for (let i = 0; i < 4; i += 1) {
    providers.twilio.next({ how: 'hang-up' });
    await deliver();
    await providers.world.sql('UPDATE message SET due_at = created_at WHERE id = $1', [id]);
  }
  expect(await state()).toMatchObject({ status: 'queued' });
  await deliver();
  expect(await state()).toMatchObject({ status: 'sent' });
});

describe('refusals', () => {
  test('on its way already', async () => {
    await again();
    expect(outcome(await again())).toEqual([409, 'on_its_way']);
  });

  test('twice at once: goes out once', async () => {
    const answers = await Promise.all([again('ada'), again('ben')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await eventsOf()).filter((event) => event === 'message.sent_again')).toHaveLength(1);
  });

  test('who has the number said STOP', async () => {
    await providers.world.sql(
      `INSERT INTO opt_out (number, began_at, source) SELECT phone_number, now(), 'sms' FROM person WHERE id = $1`,
      [providers.world.ids.cleo],
    );
    const answer = await again();
    expect(outcome(answer)).toEqual([409, 'opted_out']);
    expect(answer.body.detail).toContain('START');
    await providers.world.sql('DELETE FROM opt_out');
  });

  test('the person has no number any more, or is shut out', async () => {
    const { sql, ids } = providers.world;
    await sql('UPDATE person SET phone_number = NULL WHERE id = $1', [ids.cleo]);
    expect(outcome(await again())).toEqual([409, 'no_address']);
    await sql('UPDATE person SET phone_number = $2, active = false WHERE id = $1', [
      ...[ids.cleo, newPhone],
    ]);
    expect(outcome(await again())).toEqual([409, 'person_inactive']);
    await sql('UPDATE person SET active = true WHERE id = $1', [ids.cleo]);
  });

  test('what it said is no longer kept', async () => {
    await providers.world.sql(`UPDATE message SET data = '{"pruned": true}' WHERE id = $1`, [id]);
    expect(outcome(await again())).toEqual([409, 'no_longer_kept']);
  });
});
