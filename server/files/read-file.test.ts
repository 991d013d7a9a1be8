import { beforeAll, expect, test } from 'vitest';
import { formOf } from '../testing/form.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { jpegPhoto } from './testing/photos.ts';

let world: World;
let photo: string;
beforeAll(async () => {
  world = await openWorld();
  const body = formOf({ photo: [jpegPhoto(), 'me.jpg'] });
  photo = (await world.as.cleo.send('PUT', '/api/users/me/photo', { body })).body.id;
});

test('a stranger is asked to log in', async () => {
  expect((await world.anyone.get(`/api/files/${photo}`)).status).toBe(401);
});

test('S-085: another organisation’s file is not there, like one that never was', async () => {
  const foreign = await world.as.fay.get(`/api/files/${photo}`);
  expect(foreign).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

test('what belongs to a kind of thing that nobody answers for is nobody’s', async () => {
  await world.sql(`UPDATE file SET subject_kind = 'conversation' WHERE id = $1`, [photo]);
  expect((await world.as.cleo.get(`/api/files/${photo}`)).status).toBe(404);
  await world.sql(`UPDATE file SET subject_kind = 'person' WHERE id = $1`, [photo]);
});

test('what waits for the scanner has no address', async () => {
  await world.sql(`UPDATE file SET state = 'pending' WHERE id = $1`, [photo]);
  expect((await world.as.dev.get(`/api/files/${photo}`)).body).toMatchObject({
    ...{ state: 'pending', url: null, download_url: null, url_expires_at: null },
  });
});

test('colleagues see it, with addresses that are the same for a while and work for an hour at most', async () => {
  await world.sql(`UPDATE file SET state = 'ready' WHERE id = $1`, [photo]);
  const one = await world.as.dev.get(`/api/files/${photo}`);
  expect(one).toMatchObject({ status: 200, body: { id: photo, kind: 'image', state: 'ready' } });
  world.clock.advance({ minutes: 13 });
  const again = await world.as.dev.get(`/api/files/${photo}`);
  expect(again.body.url).toBe(one.body.url);
  world.clock.advance({ minutes: 18 });
  const later = await world.as.eli.get(`/api/files/${photo}`);
  expect(later.body.url).not.toBe(one.body.url);
  expect(later.body.url_expires_at).toBe('2026-11-20T10:30:00Z');
});
