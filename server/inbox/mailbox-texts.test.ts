import { beforeAll, expect, test } from 'vitest';
import { shiftLetters } from '../rota/shift-letters.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { approve, asked, openPeriod } from '../testing/rota-steps.ts';
import { until } from '../testing/until.ts';
import { deliverDue } from './deliver-message.ts';
import { processCallbacks } from './process-callbacks.ts';

let world: World;
let organisation: string;
beforeAll(async () => {
  // No provider is set: the program's own simulators take what is sent.
  world = await openWorld();
  const [cleo] = await world.sql<{ organisation_id: string }>(
    "UPDATE person SET phone_number = '+447700900123' WHERE id = $1 RETURNING organisation_id",
    [world.ids.cleo],
  );
  organisation = cleo?.organisation_id ?? '';
  await world.sql(
    `INSERT INTO notification_preference (organisation_id, person_id, kind, channel, chosen)
     SELECT $1, $2, 'shift_decided', channel, true FROM unnest(ARRAY['sms', 'whatsapp']) AS channel`,
    [organisation, world.ids.cleo],
  );
  await approve(world, await asked(world, 'cleo', { period: await openPeriod(world) }));
});

const texts = async () =>
  (await world.as.ben.get('/api/mailbox')).body.filter(
    (one: { channel: string }) => one.channel !== 'email',
  );

test('without credentials texts go to simulators, which tell that they were delivered', async () => {
  for (const channel of ['sms', 'whatsapp'] as const) {
    await deliverDue(world.program.app, shiftLetters, organisation, channel);
  }
  await until('both are told delivered', async () => {
    await processCallbacks(world.program.app);
    const statuses = (await texts()).map((one: { status: string }) => one.status);
    return statuses.every((status: string) => status === 'delivered');
  });
});

test('the mailbox shows what went out on every channel', async () => {
  const shown = await texts();
  expect(shown.map((one: { channel: string }) => one.channel).sort()).toEqual(['sms', 'whatsapp']);
  for (const one of shown) {
    expect(one).toMatchObject({ to: '+447700900123', to_name: 'Cleo Marsh', simulated: true });
    expect(one.subject).toMatch(/^Harbour Care: Approved: your shift on/);
  }
});

test('an SMS is read as it is, with what carriers count', async () => {
  const sms = (await texts()).find((one: { channel: string }) => one.channel === 'sms');
  const { body } = await world.as.ben.get(`/api/mailbox/${sms.id}`);
  expect(body).toMatchObject({
    html: '',
    segments: { count: 1, encoding: 'GSM-7', characters: body.text.length },
  });
  expect(body.text).toBe(
    'Harbour Care: Approved: your shift on Tue, 1 December 2026, 06:00-09:00\nhttp://localhost:3000/my-schedule',
  );
});
