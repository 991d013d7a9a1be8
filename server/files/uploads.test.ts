import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import { formOf } from '../testing/form.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { accessOf } from '../testing/socket.ts';
import { until } from '../testing/until.ts';
import { reconcileFiles } from './module.ts';
import { jpegPhoto, png } from './testing/photos.ts';
import { filesOnDisk, stored } from './testing.ts';

const megabyte = 1_048_576;
let world: World;
let access: Promise<string> | undefined;
beforeAll(async () => {
  world = await openWorld();
  for (const who of ['cleo', 'dev'] as const) await world.as[who].get('/api/auth/me');
});

const put = (who: keyof World['as'], bytes: Buffer, name = 'me.jpg') =>
  world.as[who].send('PUT', '/api/users/me/photo', { body: formOf({ photo: [bytes, name] }) });
const rows = () => world.sql('SELECT id FROM file');

/** A request that is written by hand, as someone who is logged in. */
async function byHand(headers: Record<string, string> = {}) {
  access ??= accessOf(world, 'cleo');
  const sent = request(`${world.origin}/api/users/me/photo`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${await access}`,
      'content-type': 'multipart/form-data; boundary=x',
      ...headers,
    },
  });
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
  });
  return { sent, answer };
}
const partHead = '--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n';

describe('S-081: larger than it may be', () => {
  test('one byte more: 413 that says how much, and nothing is left', async () => {
    const limit = 10 * megabyte;
    const whole = jpegPhoto({ padding: limit - jpegPhoto().length });
    expect(whole.length).toBe(limit);
    expect((await put('dev', whole)).status).toBe(200);
    const left = await filesOnDisk(world);
    const answer = await put('dev', Buffer.concat([whole, Buffer.from('x')]));
    expect(answer).toMatchObject({ status: 413, body: { code: 'file_too_large' } });
    expect(answer.body.errors).toEqual({ photo: ['At most 10 MB each.'] });
    expect(await filesOnDisk(world)).toEqual(left);
  });

  test('whoever goes on sending is answered while they do', async () => {
    const left = await filesOnDisk(world);
    const { sent, answer } = await byHand({ 'transfer-encoding': 'chunked' });
    let sentBytes = 0;
    let isAnswered = false;
    const told = answer.then(() => {
      isAnswered = true;
    });
    sent.write(partHead);
    while (!isAnswered && sentBytes < 60 * megabyte) {
      sentBytes += megabyte;
      if (sent.write(Buffer.alloc(megabyte))) await new Promise(setImmediate);
      else await Promise.race([told, new Promise((resolve) => sent.once('drain', resolve))]);
    }
    expect((await answer).status).toBe(413);
    expect(sentBytes).toBeLessThan(30 * megabyte);
    sent.destroy();
    expect(await filesOnDisk(world)).toEqual(left);
  });

  test('who says beforehand how much it is, is refused before', async () => {
    const { sent, answer } = await byHand({ 'content-length': String(40 * megabyte) });
    sent.flushHeaders();
    expect(await answer).toMatchObject({ status: 413 });
    sent.destroy();
  });
});

describe('S-090: more than may be stored', () => {
  test('by a person: 413 that says how much that is', async () => {
    const { limit } = { limit: world.program.app.files.settings.personBytesMax };
    await world.sql('UPDATE file_usage SET bytes = $1 WHERE owner_id = $2', [
      ...[limit - 100, world.ids.dev],
    ]);
    const before = await filesOnDisk(world);
    const answer = await put('dev', jpegPhoto());
    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'person_quota', bytes_max: limit },
    });
    expect(answer.body.detail).toContain('1024 MB');
    expect(await filesOnDisk(world)).toEqual(before);
    expect((await put('cleo', jpegPhoto())).status).toBe(200);
  });

  test('by all together: 507', async () => {
    const limit = world.program.app.files.settings.organisationBytesMax;
    await world.sql(`UPDATE file_usage SET bytes = $1 WHERE owner_id = organisation_id`, [limit]);
    const answer = await put('ben', jpegPhoto());
    expect(answer).toMatchObject({ status: 507, body: { code: 'organisation_quota' } });
    expect((await put('fay', jpegPhoto())).status).toBe(200);
  });

  test('wrong counts are counted anew at night', async () => {
    const found = await reconcileFiles(world.program.app);
    expect(found).toMatchObject({ miscounted: 2, withoutRow: 0, withoutFile: 0 });
    expect(await reconcileFiles(world.program.app)).toMatchObject({ miscounted: 0 });
    expect((await put('dev', jpegPhoto())).status).toBe(200);
  });

  test('of many at once that together would be too much, none too many gets through', async () => {
    const limit = world.program.app.files.settings.personBytesMax;
    const [{ bytes } = { bytes: 0 }] = await world.sql<{ bytes: number }>(
      `SELECT bytes FROM file WHERE state = 'ready' ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    await world.sql('UPDATE file_usage SET bytes = $1 WHERE owner_id = $2', [
      ...[limit - 3 * bytes, world.ids.eli],
    ]);
    await world.sql(
      `INSERT INTO file_usage SELECT organisation_id, id, $1 FROM person WHERE id = $2
       ON CONFLICT (organisation_id, owner_id) DO UPDATE SET bytes = excluded.bytes`,
      [limit - 3 * bytes, world.ids.eli],
    );
    const photo = jpegPhoto();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        stored(world, photo, 'a.jpg', { who: 'eli', kinds: ['image'] }).then(
          () => 200,
          (error) => error.status,
        ),
      ),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(3);
    expect(answers.filter((status) => status === 413)).toHaveLength(5);
  });
});

describe('S-092: an upload that ends half-way', () => {
  test('leaves neither row nor file', async () => {
    const before = { disk: await filesOnDisk(world), rows: await rows() };
    const { sent, answer } = await byHand({ 'content-length': String(5 * megabyte) });
    answer.catch(() => {});
    sent.write(partHead);
    sent.write(jpegPhoto({ padding: 2 * megabyte }));
    await until(
      'it is coming in',
      async () => (await filesOnDisk(world)).length > before.disk.length,
    );
    sent.destroy();
    await until('it is gone', async () => (await filesOnDisk(world)).length === before.disk.length);
    expect(await rows()).toEqual(before.rows);
  });

  test('rows and store agree: nothing to mend', async () => {
    const found = await reconcileFiles(world.program.app, Date.now() + 2 * 86_400_000);
    expect(found).toMatchObject({ withoutRow: 0, withoutFile: 0, found: 0 });
  });
});

test('F-18: two hundred who send a byte now and then keep nobody from anything', async () => {
  const slow = await Promise.all(
    Array.from({ length: 200 }, async () => {
      const { sent, answer } = await byHand({ 'content-length': String(5 * megabyte) });
      answer.catch(() => {});
      sent.write(partHead);
      sent.write(jpegPhoto());
      return sent;
    }),
  );
  const took: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    for (const sent of slow) sent.write('x');
    const before = performance.now();
    expect((await world.as.cleo.get('/api/auth/me')).status).toBe(200);
    took.push(performance.now() - before);
  }
  expect(took.toSorted((a, b) => a - b)[10]).toBeLessThan(500);
  expect((await put('cleo', jpegPhoto())).status).toBe(200);
  for (const sent of slow) sent.destroy();
});

describe('S-094: forms that are none', () => {
  async function quickly(body: string | Buffer, headers: Record<string, string> = {}) {
    const before = performance.now();
    const { sent, answer } = await byHand(headers);
    sent.end(body);
    const { status, text } = await answer;
    expect(performance.now() - before).toBeLessThan(3_000);
    return { status, body: JSON.parse(text) };
  }
  const field = (name: string, text = 'x') =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

  test('10,000 fields', async () => {
    const fields = Array.from({ length: 10_000 }, (_, i) => field(`f${i}`)).join('');
    expect(await quickly(`${fields}--x--\r\n`)).toMatchObject({
      status: 400,
      body: { code: 'invalid' },
    });
  });

  test('10,000 files', async () => {
    const files = Array.from({ length: 10_000 }, () => `${partHead}x\r\n`).join('');
    expect((await quickly(`${files}--x--\r\n`)).status).toBe(415);
  });

  test('no boundary, an unknown one, none at the end', async () => {
    const photo = Buffer.concat([Buffer.from(partHead), jpegPhoto()]);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=other']) {
      expect((await quickly(photo, { 'content-type': type })).status, type).toBe(400);
    }
    expect((await quickly(photo)).status).toBe(400);
  });

  test('a form in a form', async () => {
    const inner = `Content-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\nx\r\n--y--\r\n`;
    const nested = `--x\r\nContent-Disposition: form-data; name="photo"\r\n${inner}--x--\r\n`;
    const answer = await quickly(nested);
    expect(answer).toMatchObject({ status: 400, body: { errors: { photo: expect.anything() } } });
  });

  test('names that mean something to JavaScript, and headers without end', async () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect((await quickly(`${field(name)}--x--\r\n`)).status, name).toBe(400);
    }
    const head = `--x\r\n${'X-Long: 1\r\n'.repeat(5_000)}\r\n\r\n`;
    expect((await quickly(`${head}x\r\n--x--\r\n`)).status).toBe(400);
  });

  test('a name without end', async () => {
    const long = partHead.replace('a.jpg', `${'n'.repeat(100_000)}.jpg`);
    const body = Buffer.concat([Buffer.from(long), jpegPhoto(), Buffer.from('\r\n--x--\r\n')]);
    expect([200, 400]).toContain((await quickly(body)).status);
  });
});

test('the same photo twice with one key is one photo', async () => {
  // PUT has no keys; the next one takes the place of the one before.
  expect((await put('gus', png(9, 9), 'a.png')).status).toBe(200);
  const again = await put('gus', png(9, 9), 'a.png');
  expect((await world.as.gus.get('/api/auth/me')).body.photo).toBe(again.body.id);
});
