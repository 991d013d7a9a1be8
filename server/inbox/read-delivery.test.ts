import { beforeAll, expect, test } from 'vitest';
import { openProviders, type Providers, sentMessage } from '../testing/providers.ts';
import { outcome } from '../testing/rota-steps.ts';
import { takeReport } from './take-report.ts';

let providers: Providers;
let id: string;
beforeAll(async () => {
  providers = await openProviders();
  id = await sentMessage(providers, 'sms', 'SM1');
});

const read = (who: 'ben' | 'cleo' | 'fay', one = id) =>
  providers.world.as[who].get(`/api/deliveries/${one}`);

test('a member may not; next door there is no such delivery', async () => {
  expect(outcome(await read('cleo'))).toEqual([403, 'forbidden']);
  expect(outcome(await read('fay'))).toEqual([404, 'not_found']);
  expect(outcome(await read('ben', '0198c0de-0000-7000-8000-000000000000'))).toEqual([
    ...[404, 'not_found'],
  ]);
});

test('each attempt, and each thing that the provider told', async () => {
  const organisationId = providers.organisation;
  const told = { organisationId, messageId: id, providerId: 'SM1' };
  await takeReport(providers.world.program.app, {
    ...{ ...told, status: 'sent', code: null, detail: null },
  });
  providers.world.clock.advance({ seconds: 3 });
  await takeReport(providers.world.program.app, {
    ...{ ...told, status: 'undelivered', code: '30003', detail: 'Unreachable' },
  });
  const { status, body } = await read('ben');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id,
    status: 'failed',
    failure: { code: '30003', detail: 'Unreachable' },
    attempt_log: [{ number: 1, outcome: 'sent', provider_id: 'SM1' }],
    reports: [
      { status: 'sent', code: null, received_at: '2026-11-20T09:00:00Z' },
      { status: 'undelivered', code: '30003', received_at: '2026-11-20T09:00:03Z' },
    ],
  });
});
