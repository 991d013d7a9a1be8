import { beforeAll, describe, expect, test } from 'vitest';
import { type ClamdSimulator, eicar, openClamdSimulator } from '../platform/simulators/clamd.ts';
import { formOf } from '../testing/form.ts';
import { whenDone } from '../testing/open-things.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import { removeDropped, scanPending } from './sweep-files.ts';
import { jpegPhoto } from './testing/photos.ts';
import { filesOnDisk, stored } from './testing.ts';

let world: World;
let clamd: ClamdSimulator;
beforeAll(async () => {
  clamd = await openClamdSimulator();
  whenDone(() => clamd.close());
  const scanner = { clamd: { host: '127.0.0.1', port: clamd.port } };
  const limits = { personBytesMax: 1e9, organisationBytesMax: 1e10 };
  world = await openWorld({ config: { files: { s3: null, ...limits, ...scanner } } });
});

const stateOf = async (id: string) =>
  (await world.sql<{ state: string }>('SELECT state FROM file WHERE id = $1', [id]))[0]?.state;
const text = (more: string) => Buffer.concat([Buffer.from('Dear all,\n'), Buffer.from(more)]);

describe('S-091: a virus scanner', () => {
  test('looks at what comes in, all of it, before anyone gets it', async () => {
    const file = await stored(world, text('x'.repeat(300_000)), 'letter.txt');
    expect(file.state).toBe('ready');
    expect(clamd.scanned.at(-1)).toBe(300_010);
    expect((await world.anyone.get(file.url ?? '')).status).toBe(200);
  });

  test('finds EICAR: quarantined, journalled with what it is, and given to nobody', async () => {
    const file = await stored(world, text(eicar.toString()), 'letter.txt');
    expect(file).toMatchObject({ state: 'quarantined', url: null, download_url: null });
    const [entry] = await world.sql(
      `SELECT subject_id, data FROM journal WHERE event = 'file.quarantined'`,
    );
    expect(entry).toMatchObject({
      subject_id: file.id,
      data: { file_name: 'letter.txt', threat: 'Eicar-Test-Signature' },
    });
  });

  test('that is down: the upload is taken and waits; it is scanned when the scanner is back', async () => {
    await clamd.close();
    const good = await stored(world, text('good'), 'good.txt');
    const bad = await stored(world, text(eicar.toString()), 'bad.txt');
    expect([good, bad]).toMatchObject([
      { state: 'pending', url: null },
      { state: 'pending', url: null },
    ]);
    await expect(scanPending(world.program.app)).rejects.toThrow();
    expect(await stateOf(good.id)).toBe('pending');

    await clamd.open();
    expect(await scanPending(world.program.app)).toBe(2);
    expect([await stateOf(good.id), await stateOf(bad.id)]).toEqual(['ready', 'quarantined']);
    expect(await scanPending(world.program.app)).toBe(0);
    const events = await world.sql(`SELECT FROM journal WHERE event = 'file.quarantined'`);
    expect(events).toHaveLength(2);
  });

  test('a photo in quarantine is told as such, and its page shows none', async () => {
    const infected = Buffer.concat([
      jpegPhoto().subarray(0, -20),
      eicar,
      jpegPhoto().subarray(-20),
    ]);
    const body = formOf({ photo: [infected, 'me.jpg'] });
    const answer = await world.as.cleo.send('PUT', '/api/users/me/photo', { body });
    expect(answer.body).toMatchObject({ state: 'quarantined', url: null });
  });
});

test('what waits and is scanned by two workers at once is judged once', async () => {
  await clamd.close();
  const file = await stored(world, text(eicar.toString()), 'twice.txt');
  await clamd.open();
  await Promise.all([scanPending(world.program.app), scanPending(world.program.app)]);
  const events = await world.sql(
    `SELECT FROM journal WHERE event = 'file.quarantined' AND subject_id = $1`,
    [file.id],
  );
  expect(events).toHaveLength(1);
});

test('what was dropped is removed an hour later, its row with it', async () => {
  const put = async () => {
    const body = formOf({ photo: [jpegPhoto(), 'me.jpg'] });
    return (await world.as.gus.send('PUT', '/api/users/me/photo', { body })).body.id as string;
  };
  const first = await put();
  const second = await put();
  expect(await stateOf(first)).toBe('removing');
  expect(await removeDropped(world.program.app)).toBe(0);
  world.clock.advance({ minutes: 61 });
  expect(await removeDropped(world.program.app)).toBeGreaterThan(0);
  expect(await stateOf(first)).toBeUndefined();
  const left = await filesOnDisk(world);
  expect(left).not.toContain(first);
  expect(left).toContain(second);
});
