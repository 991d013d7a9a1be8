import { beforeAll, expect, test } from 'vitest';
import { openS3Simulator, type S3Simulator } from '../platform/simulators/s3.ts';
import { formOf } from '../testing/form.ts';
import { whenDone } from '../testing/open-things.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { reconcileFiles } from './module.ts';
import { removeDropped } from './sweep-files.ts';
import { jpegPhoto } from './testing/photos.ts';
import { stored } from './testing.ts';

let world: World;
let s3: S3Simulator;
beforeAll(async () => {
  s3 = await openS3Simulator({ bucket: 'board', accessKeyId: 'AKID' });
  whenDone(() => s3.close());
  const bucket = {
    ...{ bucket: 'board', region: 'eu-west-1', endpoint: s3.url, prefix: 'callboard/' },
    ...{ accessKeyId: 'AKID', secretAccessKey: 'secret' },
  };
  const limits = { personBytesMax: 1e9, organisationBytesMax: 1e10 };
  world = await openWorld({ config: { files: { s3: bucket, clamd: null, ...limits } } });
});

const put = (who: keyof World['as'] = 'cleo') =>
  world.as[who].send('PUT', '/api/users/me/photo', {
    body: formOf({ photo: [jpegPhoto(), 'me.jpg'] }),
  });

test('a photo lies in the bucket, is read from there, and goes from there', async () => {
  const first = await put();
  expect(first).toMatchObject({ status: 200, body: { state: 'ready' } });
  const [key] = [...s3.objects.keys()];
  expect(key).toMatch(new RegExp(`^callboard/[0-9a-f-]{36}/${first.body.id}$`));
  const read = await fetch(world.origin + first.body.url);
  expect((await read.arrayBuffer()).byteLength).toBe(first.body.bytes);
  await put();
  world.clock.advance({ minutes: 61 });
  expect(await removeDropped(world.program.app)).toBe(1);
  expect([...s3.objects.keys()].some((one) => one.endsWith(first.body.id))).toBe(false);
});

test('a range asks the bucket for its blocks and no more; what was changed there is not given out', async () => {
  const long = Buffer.from('Dear all,\n'.repeat(100_000));
  const file = await stored(world, long, 'long.txt');
  const range = { range: 'bytes=700000-700009' };
  const part = await fetch(world.origin + file.url, { headers: range });
  expect(Buffer.from(await part.arrayBuffer())).toEqual(long.subarray(700_000, 700_010));
  const key = [...s3.objects.keys()].find((one) => one.endsWith(file.id)) ?? '';
  const changed = Buffer.from(long);
  changed.writeUInt8(0, 700_001);
  s3.objects.set(key, changed);
  const refused = await world.anyone.get(file.url ?? '', range);
  expect(refused).toMatchObject({ status: 409, body: { file_state: 'damaged' } });
});

test('rows and bucket are held against each other like rows and folder', async () => {
  const { id } = await stored(world, Buffer.from('text'), 'a.txt');
  const key = [...s3.objects.keys()].find((one) => one.endsWith(id)) ?? '';
  const bytes = s3.objects.get(key) as Buffer;
  s3.objects.delete(key);
  s3.objects.set(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`, bytes);
  const laterMs = Date.now() + 2 * 3_600_000;
  const found = await reconcileFiles(world.program.app, laterMs);
  expect(found).toMatchObject({ withoutRow: 1, withoutFile: 1 });
});

test('a bucket that is away: 503 in and out, and nothing is saved', async () => {
  const { url } = (await put('dev')).body;
  const before = await world.sql('SELECT id FROM file');
  const failures = (count: number) =>
    Array.from({ length: count }, () => ({ how: 'status', status: 500 }) as const);
  s3.next(...failures(4));
  expect(await put('eli')).toMatchObject({ status: 503, body: { code: 'files_unavailable' } });
  expect(await world.sql('SELECT id FROM file')).toEqual(before);
  s3.next(...failures(4));
  const read = await world.anyone.get(url);
  expect(read).toMatchObject({ status: 503, body: { code: 'files_unavailable' } });
  expect((await world.anyone.get(url)).status).toBe(200);
  expect((await put('eli')).status).toBe(200);
});
