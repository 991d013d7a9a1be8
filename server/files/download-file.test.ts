import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { fileToken } from '../platform/files/file-link.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { until } from '../testing/until.ts';
import { filesOnDisk, stored } from './testing.ts';

let world: World;
const long = Buffer.from(Array.from({ length: 60_000 }, (_, i) => `line ${i}`).join('\n'));
beforeAll(async () => {
  world = await openWorld();
});

const get = (url: string | null, headers: Record<string, string> = {}) =>
  fetch(world.origin + url, { headers });

/** Where a stored file lies. */
function placeOf(id: string): string {
  const { place } = world.program.app.files.store;
  return path.join(place, organisation, id.slice(-2), id);
}
let organisation: string;
beforeAll(async () => {
  const [row] = await world.sql<{ id: string }>(
    'SELECT organisation_id AS id FROM person WHERE id = $1',
    [world.ids.cleo],
  );
  organisation = row?.id as string;
});

describe('S-083: a name is shown and never used', () => {
  test.each([
    ['x.jpg.html', 'x.jpg.html.txt'],
    ['x.php\0.txt', 'x.php.txt'],
    ['..\\..\\x.txt', 'x.txt'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    [`${'n'.repeat(300)}.txt`, `${'n'.repeat(146)}.txt`],
    ['fdp\u202Etxt.exe.txt', 'fdptxt.exe.txt'],
    ['CON.txt', '_CON.txt'],
    ['-rf.txt', 'rf.txt'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['.txt', 'txt.txt'],

    ['Stück für "Otto".txt', 'Stück für _Otto_.txt'],
  ])('%j is %j', async (given, shown) => {
    const name = given.endsWith('.txt') ? given : `${given}.txt`;
    const file = await stored(world, Buffer.from('some text'), name);
    expect(file.file_name).toBe(shown);
    const { headers, status } = await get(file.download_url);
    expect(status).toBe(200);
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.%-]+$/,
    );
    const encoded = /filename\*=UTF-8''(.+)$/.exec(disposition)?.[1] ?? '';
    expect(decodeURIComponent(encoded)).toBe(shown);
    expect(await filesOnDisk(world)).toContain(file.id);
  });
});

test('S-084: whatever a document holds, it is saved and not shown, and could run nothing', async () => {
  const html = Buffer.from('Hello\n<html><script>alert(document.cookie)</script></html>');
  const file = await stored(world, html, 'page.txt');
  for (const url of [file.url, file.download_url]) {
    const { headers } = await get(url);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('content-type')).toBe('text/plain');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
  }
});

describe('S-086: an address', () => {
  test('is bound to its file, to how it is shown and to its end', async () => {
    const file = await stored(world, long, 'long.txt');
    const other = await stored(world, Buffer.from('another'), 'other.txt');
    const [token = '', another = ''] = [file.url, other.url].map((url) => url?.split('/').at(-1));
    const bytes = Buffer.from(token, 'base64url');
    const changed = [0, 20, 35, 36, 40, 60].map((at) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
      return copy.toString('base64url');
    });
    const spliced = Buffer.concat([
      Buffer.from(another, 'base64url').subarray(0, 37),
      bytes.subarray(37),
    ]).toString('base64url');
    for (const wrong of [...changed, spliced, `${token}=`, token.slice(1), `${token}AA`, 'x']) {
      const answer = await world.anyone.get(`/api/files/content/${wrong}`);
      expect(answer, wrong).toMatchObject({ status: 403, body: { code: 'link_invalid' } });
    }
    const asked = await get(`/api/files/content/${token}?as=inline`);
    expect(asked.headers.get('content-disposition')).toMatch(/^attachment/);
  });

  test('works to its last second and not a second longer', async () => {
    const { id } = await stored(world, Buffer.from('text'), 'a.txt');
    const nowSeconds = world.clock.now().epochMilliseconds / 1_000;
    const at = (untilSeconds: number) => {
      const link = { organisationId: organisation, id, as: 'attachment', untilSeconds } as const;
      return world.anyone.get(`/api/files/content/${fileToken(world.program.app.secrets, link)}`);
    };
    expect((await at(nowSeconds)).status).toBe(200);
    expect(await at(nowSeconds - 1)).toMatchObject({ status: 403, body: { code: 'link_expired' } });
  });
});

describe('ranges', () => {
  let url: string | null;
  beforeAll(async () => {
    ({ url } = await stored(world, long, 'ranges.txt'));
  });

  test('the whole says that ranges are possible, and is not compressed on the way', async () => {
    const { status, headers } = await get(url, { 'accept-encoding': 'br, gzip' });
    expect(status).toBe(200);
    expect(headers.get('accept-ranges')).toBe('bytes');
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('content-length')).toBe(String(long.length));
  });

  test.each([
    ['bytes=0-0', 0, 1],
    ['bytes=262143-262144', 262_143, 262_145],
    ['bytes=300000-', 300_000, long.length],
    ['bytes=-100', long.length - 100, long.length],
    ['bytes=10-99999999', 10, long.length],
  ])('%s', async (range, from, to) => {
    const answer = await get(url, { range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${long.length}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals(long.subarray(from, to))).toBe(true);
  });

  test('behind the end there is none; several, or none that can be read, are the whole', async () => {
    const none = await get(url, { range: `bytes=${long.length}-` });
    expect(none.status).toBe(416);
    for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=9-3', 'bytes=-']) {
      expect((await get(url, { range })).status, range).toBe(200);
    }
  });

  test('of another version than the one that is there: the whole', async () => {
    const tag = (await get(url)).headers.get('etag') ?? '';
    const range = 'bytes=0-9';
    expect((await get(url, { range, 'if-range': tag })).status).toBe(206);
    expect((await get(url, { range, 'if-range': '"other"' })).status).toBe(200);
    expect((await get(url, { 'if-none-match': tag })).status).toBe(304);
  });
});

describe('what is in the store is held against what was put there', () => {
  test('a changed byte in the first block: refused, and marked', async () => {
    const file = await stored(world, long, 'a.txt');
    const changed = Buffer.from(long);
    changed.writeUInt8(changed.readUInt8(7) ^ 1, 7);
    await writeFile(placeOf(file.id), changed);
    const answer = await world.anyone.get(file.url ?? '');
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'file_not_ready', file_state: 'damaged' },
    });
    expect((await world.as.cleo.get(`/api/files/${file.id}`)).body.state).toBe('damaged');
  });

  test('in a later block: it is never whole at the other end; a range of the good part is', async () => {
    const file = await stored(world, long, 'b.txt');
    const changed = Buffer.from(long);
    changed.writeUInt8(changed.readUInt8(400_000) ^ 1, 400_000);
    await writeFile(placeOf(file.id), changed);
    expect((await get(file.url, { range: 'bytes=0-99' })).status).toBe(206);
    await expect(get(file.url).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    await until('it is marked', async () => {
      return (await world.as.cleo.get(`/api/files/${file.id}`)).body.state === 'damaged';
    });
  });

  test('longer or shorter than it was: refused', async () => {
    for (const bytes of [long.subarray(0, -1), Buffer.alloc(0)]) {
      const file = await stored(world, long, 'c.txt');
      await writeFile(placeOf(file.id), bytes);
      const whole = get(file.url).then(async (answer) => {
        if (answer.status !== 200) throw new Error(String(answer.status));
        return answer.arrayBuffer();
      });
      await expect(whole).rejects.toThrow();
    }
  });

  test('gone: refused, and marked as lost', async () => {
    const file = await stored(world, long, 'd.txt');
    await world.program.app.files.store.remove({ organisationId: organisation, id: file.id });
    expect((await world.anyone.get(file.url ?? '')).body).toMatchObject({ file_state: 'lost' });
    expect((await world.as.cleo.get(`/api/files/${file.id}`)).body.state).toBe('lost');
  });
});

test('whoever does not read to the end leaves nothing open', async () => {
  const file = await stored(world, Buffer.alloc(3_000_000, 'a'), 'f.txt');
  const open = async () => (await readdir('/proc/self/fd')).length;
  const before = await open();
  for (let i = 0; i < 20; i += 1) {
    const leaving = new AbortController();
    const answer = await fetch(world.origin + file.url, { signal: leaving.signal });
    await answer.body?.getReader().read();
    leaving.abort();
    await fetch(world.origin + file.url, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
  }
  await until('all are closed', async () => (await open()) < before + 10);
});

test.each(['pending', 'quarantined'])('a file that is %s is nobody’s', async (state) => {
  const file = await stored(world, Buffer.from('text'), 'e.txt');
  await world.sql(`UPDATE file SET state = $1, threat = 'found' WHERE id = $2`, [state, file.id]);
  const answer = await world.anyone.get(file.url ?? '');
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'file_not_ready', file_state: state },
  });
});
