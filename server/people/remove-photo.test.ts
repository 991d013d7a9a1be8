import { beforeAll, expect, test } from 'vitest';
import { jpegPhoto } from '../files/testing/photos.ts';
import { formOf } from '../testing/form.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { lastEntry } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const photo = async (who: keyof World['as']) => {
  const body = formOf({ photo: [jpegPhoto(), 'me.jpg'] });
  return (await world.as[who].send('PUT', '/api/users/me/photo', { body })).body;
};
const remove = (who: keyof World['as']) => world.as[who].delete('/api/users/me/photo');

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.delete('/api/users/me/photo')).status).toBe(401);
});

test('who has none is told so', async () => {
  expect(await remove('ben')).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('takes it away: journalled, no longer there for anyone, and its address opens nothing', async () => {
  const { id, url } = await photo('cleo');
  expect(await remove('cleo')).toMatchObject({ status: 200 });
  expect(await lastEntry(world)).toMatchObject({
    event: 'person.updated',
    actor_id: world.ids.cleo,
    data: { changes: { photo_id: [id, null] } },
  });
  expect((await world.as.cleo.get('/api/auth/me')).body.photo).toBeNull();
  expect((await world.as.cleo.get(`/api/files/${id}`)).status).toBe(404);
  expect((await world.anyone.get(url)).status).toBe(404);
});

test('twice at once: it goes once', async () => {
  await photo('dev');
  const answers = await Promise.all([remove('dev'), remove('dev')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
});
