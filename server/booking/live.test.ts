import { beforeAll, expect, test } from 'vitest';
import { addedResource, booked, decide, primeTime } from '../testing/booking-steps.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { openEar } from '../testing/socket.ts';

let world: World;
let room: string;
beforeAll(async () => {
  world = await openWorld();
  await primeTime(world, 3, '17:00', '19:00');
  [{ id: room }] = (await world.as.ben.get('/api/resources')).body;
});

type Heard = {
  type: string;
  topic?: string;
  code?: string;
  reservation?: { id: string; user?: string; status: string; notes?: string };
};

async function listening(who: string, resource: string) {
  const ear = await openEar(world, who);
  const topic = `resource:${resource}`;
  ear.say({ type: 'subscribe', topic });
  await ear.hears((message: Heard) => message.topic === topic);
  return ear;
}

test('who watches a resource hears when it is taken and free; who and why only its person and admins', async () => {
  const [cleo, dev, ben] = await Promise.all(
    ['cleo', 'dev', 'ben'].map((who) => listening(who, room)),
  );
  if (!cleo || !dev || !ben) throw new Error('three listen');
  const wish = { date: '2026-12-03', start: '17:00', end: '18:00', notes: 'A talk about pay' };
  const id = await booked(world, 'cleo', wish);
  const about = (type: string) => (message: Heard) =>
    message.type === type && message.reservation?.id === id;
  for (const ear of [cleo, ben]) {
    const heard = await ear.hears(about('reservation.requested'));
    expect(heard.reservation).toMatchObject({ user: world.ids.cleo, notes: 'A talk about pay' });
  }
  const seen = await dev.hears(about('reservation.requested'));
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Cleo|pay|${world.ids.cleo}`));
  expect(seen.reservation).toMatchObject({ status: 'PENDING', start_time: '17:00:00' });

  await decide(world, id);
  await dev.hears(about('reservation.confirmed'));
  await world.as.cleo.put(`/api/reservations/${id}`, { notes: 'A talk about leave' });
  await ben.hears(about('reservation.updated'));
  const studio = await addedResource(world, 'Studio');
  const there = await listening('dev', studio);
  await world.as.cleo.put(`/api/reservations/${id}`, { resource: studio });
  // The one that it left hears of it as well as the one that it is in now.
  await Promise.all([dev, there].map((ear) => ear.hears(about('reservation.moved'))));
  expect(dev.heard.filter(about('reservation.updated'))).toEqual([]);
  await world.as.cleo.delete(`/api/reservations/${id}`);
  await there.hears(about('reservation.cancelled'));
  for (const ear of [cleo, dev, ben, there]) ear.close();
});

test('a resource that is not there, or another organisation’s: refused', async () => {
  const ear = await openEar(world, 'fay');
  for (const topic of [`resource:${room}`, 'resource:nothing']) {
    ear.say({ type: 'subscribe', topic });
    await ear.hears((message: Heard) => message.type === 'error' && message.topic === topic);
  }
  ear.close();
});

test('what is shown after a live event is what a fresh load shows', async () => {
  const ear = await listening('dev', room);
  const id = await booked(world, 'eli', { date: '2026-12-08' });
  await ear.hears((message: Heard) => message.reservation?.id === id);
  const query = 'start_date=2026-12-08&end_date=2026-12-08';
  const [day] = (await world.as.dev.get(`/api/reservations/calendar?${query}`)).body.calendar;
  expect(day.reserved_slots.map((one: { id: string }) => one.id)).toEqual([id]);
  ear.close();
});
