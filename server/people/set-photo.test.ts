import { beforeAll, describe, expect, test } from 'vitest';
import { exifWithPlace, jpegPhoto, png, webp } from '../files/testing/photos.ts';
import { filesOnDisk } from '../files/testing.ts';
import { formOf } from '../testing/form.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { lastEntry } from './testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

const put = (who: keyof World['as'], bytes: Buffer, name = 'me.jpg') =>
  world.as[who].send('PUT', '/api/users/me/photo', { body: formOf({ photo: [bytes, name] }) });
const bytesOf = async (url: string) =>
  Buffer.from(await (await fetch(world.origin + url)).arrayBuffer());

test('a stranger is asked to log in before anything is read', async () => {
  const body = formOf({ photo: [jpegPhoto(), 'me.jpg'] });
  const answer = await world.anyone.send('PUT', '/api/users/me/photo', { body });
  expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
});

test('is stored, journalled and shown; who looks at themself sees its id', async () => {
  const answer = await put('cleo', jpegPhoto(), 'Cléo am Hafen.JPG');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ file_name: 'Cléo am Hafen.jpg', kind: 'image', media_type: 'image/jpeg' },
      ...{ state: 'ready', created_at: '2026-11-20T09:00:00Z' },
      url_expires_at: '2026-11-20T10:00:00Z',
    },
  });
  expect((await world.as.cleo.get('/api/auth/me')).body.photo).toBe(answer.body.id);
  expect(await lastEntry(world)).toMatchObject({
    event: 'person.updated',
    subject_id: world.ids.cleo,
    data: { changes: { photo_id: [null, answer.body.id] } },
  });
  expect(await world.sql('SELECT subject_kind, subject_id, person_id FROM file')).toEqual([
    { subject_kind: 'person', subject_id: world.ids.cleo, person_id: world.ids.cleo },
  ]);
});

test('another one takes its place: the first is dropped, and its bytes go with the next sweep', async () => {
  const first = (await put('dev', jpegPhoto())).body.id;
  const second = (await put('dev', png(20, 20), 'me.png')).body.id;
  expect((await world.as.dev.get(`/api/files/${first}`)).status).toBe(404);
  expect((await world.as.dev.get(`/api/files/${second}`)).status).toBe(200);
  expect((await lastEntry(world))?.data.changes).toEqual({ photo_id: [first, second] });
});

describe('S-089: what a photo tells of place and camera is taken out', () => {
  test.each([
    ['JPEG', jpegPhoto()],
    [
      'PNG',
      png(9, 9, [
        ['eXIf', exifWithPlace()],
        ['tEXt', Buffer.from('Comment\0GPS')],
      ]),
    ],
    ['WebP', webp(exifWithPlace())],
  ])('%s', async (_, photo) => {
    expect(photo.toString('latin1')).toContain('GPS');
    const answer = await put('eli', photo, 'me');
    expect(answer.status).toBe(200);
    const stored = await bytesOf(answer.body.url);
    expect(stored.toString('latin1')).not.toMatch(/GPS|51\.5074|xap/);
    expect(stored.length).toBe(answer.body.bytes);
    expect(stored.length).toBeGreaterThan(40);
  });

  test('which way up it is stays, in an EXIF of its own', async () => {
    const answer = await put('eli', jpegPhoto({ orientation: 6 }));
    const stored = await bytesOf(answer.body.url);
    expect(stored.toString('latin1')).toContain('Exif\0\0MM\0*');
    const upright = await put('eli', jpegPhoto({ orientation: 1 }));
    expect((await bytesOf(upright.body.url)).toString('latin1')).not.toContain('Exif');
  });
});

describe('refusals', () => {
  test('S-088: 50,000 × 50,000 pixels are refused by the header', async () => {
    const answer = await put('ben', png(50_000, 50_000), 'huge.png');
    expect(answer).toMatchObject({ status: 413, body: { code: 'image_too_large' } });
    expect(answer.body.errors.photo).toHaveLength(1);
  });

  test('what is no photo, whatever its name says', async () => {
    const answer = await put('ben', Buffer.from('<svg onload="alert(1)"/>'), 'me.png');
    expect(answer).toMatchObject({ status: 415, body: { code: 'file_type' } });
    expect(answer.body.detail).toBe('By its content this is not a photo. Send JPEG, PNG or WebP.');
  });

  test('none, two, or one in another field', async () => {
    const send = (fields: Parameters<typeof formOf>[0]) =>
      world.as.ben.send('PUT', '/api/users/me/photo', { body: formOf(fields) });
    const photo: [Buffer, string] = [jpegPhoto(), 'me.jpg'];
    expect((await send({})).body.errors).toEqual({ photo: ['This field is required.'] });
    expect((await send({ photo: [photo, photo] })).body.errors).toEqual({
      photo: ['One file at most.'],
    });
    expect((await send({ photo, other: photo })).body.errors).toEqual({
      other: ['There is no such field for files.'],
    });
    expect((await send({ photo: 'text' })).body.errors).toEqual({
      photo: ['Send a file, with a name.'],
    });
    expect((await send({ photo, organisation_id: 'x' })).body.errors).toEqual({
      organisation_id: ['There is no such field.'],
    });
  });

  test('no form at all', async () => {
    const answer = await world.as.ben.put('/api/users/me/photo', { photo: 'x' });
    expect(answer).toMatchObject({ status: 415, body: { code: 'unsupported_type' } });
  });

  test('nothing of what was refused is left', async () => {
    const stored = await world.sql<{ id: string }>('SELECT id FROM file');
    expect(await filesOnDisk(world)).toEqual(stored.map(({ id }) => id).sort());
  });
});

test('two photos at once: one stays, the other is dropped', async () => {
  const answers = await Promise.all([put('gus', jpegPhoto()), put('gus', png(8, 8))]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { photo } = (await world.as.gus.get('/api/auth/me')).body;
  const ids = answers.map(({ body }) => body.id);
  expect(ids).toContain(photo);
  const rows = await world.sql<{ id: string; state: string }>(
    'SELECT id, state FROM file WHERE person_id = $1',
    [world.ids.gus],
  );
  expect(rows.map(({ id, state }) => [id === photo, state]).sort()).toEqual([
    [false, 'removing'],
    [true, 'ready'],
  ]);
});
