import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import { asked, openPeriod } from '../testing/rota-steps.ts';
import { accessOf, openEar } from '../testing/socket.ts';

let world: World;
let period: string;
beforeAll(async () => {
  world = await openWorld();
  period = await openPeriod(world);
});

const ear = (path: string) => openEar(world, undefined, {}, world.origin, path);

describe('addresses of sockets as the source documents have them', () => {
  test('a schedule’s: who the token stands for hears it at once', async () => {
    const token = await accessOf(world, 'ben');
    const ben = await ear(`/ws/schedule/${period}/?token=${token}`);
    await ben.hears(({ type }) => type === 'ready');
    await ben.hears(({ type, topic }) => type === 'subscribed' && topic === `schedule:${period}`);
    await asked(world, 'cleo', { period });
    const { shift } = await ben.hears(({ type }) => type === 'shift.requested');
    expect(shift).toMatchObject({ pa_name: 'Cleo Marsh' });
  });

  test('next door’s schedule is not there', async () => {
    const fay = await ear(`/ws/schedule/${period}/?token=${await accessOf(world, 'fay')}`);
    expect(await fay.hears(({ type }) => type === 'error')).toMatchObject({ code: 'not_found' });
    await asked(world, 'dev', { period });
    expect(fay.heard.some(({ type }) => type === 'shift.requested')).toBe(false);
  });

  test('notifications', async () => {
    const ada = await ear(`/ws/notifications/?token=${await accessOf(world, 'ada')}`);
    await ada.hears(({ type, topic }) => type === 'subscribed' && topic === 'notifications');
    await asked(world, 'eli', { period });
    await ada.hears(({ topic, type }) => topic === 'notifications' && type !== 'subscribed');
  });

  test('the one socket takes a token in its address, too; then the first message may say who', async () => {
    const here = await ear(`/api/ws?token=${await accessOf(world, 'cleo')}`);
    expect((await here.hears(({ type }) => type === 'ready')).person).toBe(world.ids.cleo);
    const later = await ear(`/ws/schedule/${period}/`);
    later.say({ type: 'authenticate', token: await accessOf(world, 'dev') });
    await later.hears(({ type }) => type === 'subscribed');
  });

  test('a token that is none closes it', async () => {
    expect(await (await ear('/ws/notifications/?token=nonsense')).closed).toBe(4401);
    expect(await (await ear('/api/ws?token=')).closed).toBe(4401);
  });
});
