import { beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { outcome } from '../testing/rota-steps.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const path = '/api/me/notification-preferences';
const kindsOf = async (who: keyof World['as']) => {
  const { body } = await world.as[who].get(path);
  return body.kinds.map(({ kind }: { kind: string }) => kind) as string[];
};

test('a stranger is asked to log in', async () => {
  expect(outcome(await world.anyone.get(path))).toEqual([401, 'unauthenticated']);
});

test('as everyone begins: in the app and by e-mail, no quiet hours, the zone of the organisation', async () => {
  const { status, body } = await world.as.cleo.get(path);
  expect(status).toBe(200);
  expect(body).toMatchObject({ quiet_hours: null, time_zone: 'Europe/London' });
  expect(body.kinds[0]).toEqual({
    kind: 'shift_decided',
    title: 'My request is approved or not',
    fixed: false,
    urgent: false,
    channels: { in_app: true, email: true, sms: false, whatsapp: false },
  });
  expect(body.kinds.at(-1)).toMatchObject({ kind: 'security', fixed: true, urgent: true });
});

test('shows the kinds that one’s role is ever told of', async () => {
  expect(await kindsOf('cleo')).not.toContain('shift_requested');
  expect(await kindsOf('ben')).toEqual(expect.arrayContaining(['shift_requested', 'gap_alert']));
});
