import { beforeAll, describe, expect, test } from 'vitest';
import { jpegPhoto } from '../files/testing/photos.ts';
import { mp4, opus, wav, webm } from '../files/testing/recordings.ts';
import { filesOnDisk } from '../files/testing.ts';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsOf,
  mailsTo,
  openSigning,
  registrationOf,
  type Signing,
  signUp,
  signUpByForm,
  volunteer,
} from '../testing/registration-steps.ts';

let world: World;
let signing: Signing;
beforeAll(async () => {
  world = await openWorld();
  signing = await openSigning(world);
});

const countOf = async (table: string) => (await world.sql(`SELECT FROM ${table}`)).length;

test('anyone with the link: written, journalled without an actor, they and the admins are told', async () => {
  const fields = volunteer({ full_name: 'Amina  Yusuf', email: 'Amina@Volunteers.example' });
  const answer = await signUp(world, signing, {
    ...{ ...fields, phone: '0044 7700 900 123', note: 'After nine only', language: 'ar' },
    preferences: { duty_types: [signing.duties[1]], dates_not: ['2026-12-25', '2026-12-24'] },
  });
  expect(answer).toMatchObject({
    status: 201,
    body: { state: 'new', roster_name: 'December 2026', auditions: 0 },
  });
  const { id } = answer.body;
  expect(await registrationOf(world, id)).toMatchObject({
    ...{ full_name: 'Amina  Yusuf', email: 'amina@volunteers.example', phone: '+447700900123' },
    ...{ note: 'After nine only', language: 'ar', roster: signing.roster, state: 'new' },
    preferences: { duty_types: [signing.duties[1]], dates_not: ['2026-12-24', '2026-12-25'] },
    ...{ person: null, person_name: null, auditions: [], decided_by: null },
    can: { accept: true, decline: true, edit: true, link: true },
  });
  expect(await eventsOf(world, id)).toMatchObject([
    { event: 'registration.submitted', actor_id: null, data: { auditions: 0 } },
  ]);
  expect(await mailsTo(world, 'amina@volunteers.example')).toEqual(['registration-received']);
  expect(await mailsTo(world, 'ben@harbour.example')).toContain('registration-submitted');
  expect(await mailsTo(world, 'cleo@harbour.example')).not.toContain('registration-submitted');
});

test('nobody is in the directory for having signed up', async () => {
  const { email } = volunteer();
  await signUp(world, signing, { email, full_name: 'Zora Neale' });
  const people = await world.as.ben.get('/api/users?limit=200');
  expect(JSON.stringify(people.body)).not.toMatch(/Zora|volunteers\.example/);
  const log = { email, password: 'tall grass at noon' };
  expect((await world.anyone.post('/api/auth/login', log)).status).toBe(401);
});

test('a member who signs up is known as themself, and keeps their name', async () => {
  const email = 'cleo@harbour.example';
  const answer = await signUp(world, signing, { email, full_name: 'C. M.' });
  expect(await registrationOf(world, answer.body.id)).toMatchObject({
    ...{ full_name: 'C. M.', person: world.ids.cleo, person_name: 'Cleo Marsh' },
  });
});

describe('recordings', () => {
  test('come with a form, and are played by who may decide, in ranges', async () => {
    const answer = await signUpByForm(
      world,
      signing,
      [
        [wav(300_000), 'take one.wav'],
        [webm('audio'), 'recording.webm'],
        [mp4('M4A ', 'soun'), 'voice.m4a'],
      ],
      { preferences: JSON.stringify({ dates_not: ['2026-12-31'] }) },
    );
    expect(answer).toMatchObject({ status: 201, body: { auditions: 3 } });
    const { auditions, preferences } = await registrationOf(world, answer.body.id);
    expect(preferences.dates_not).toEqual(['2026-12-31']);
    expect(auditions).toMatchObject([
      { file_name: 'take one.wav', kind: 'audio', media_type: 'audio/wav', state: 'ready' },
      { file_name: 'recording.webm', media_type: 'audio/webm' },
      { file_name: 'voice.m4a', media_type: 'audio/mp4' },
    ]);
    const range = { range: 'bytes=100000-100099' };
    const played = await fetch(world.origin + auditions[0].url, { headers: range });
    expect(played.status).toBe(206);
    expect(played.headers.get('content-disposition')).toMatch(/^inline; /);
    expect((await played.arrayBuffer()).byteLength).toBe(100);
    const [file] = auditions;
    expect((await world.as.ben.get(`/api/files/${file.id}`)).status).toBe(200);
    expect((await world.as.cleo.get(`/api/files/${file.id}`)).status).toBe(404);
    expect((await world.as.fay.get(`/api/files/${file.id}`)).status).toBe(404);
  });

  test('S-082: what is no sound is refused, whatever it is called, and nothing of it is left', async () => {
    const before = [await filesOnDisk(world), await countOf('registration')];
    for (const [bytes, name] of [
      [jpegPhoto(), 'song.mp3'],
      [webm('audio', 'video'), 'song.webm'],
      [Buffer.from('<script>alert(1)</script>'), 'song.wav'],
      [Buffer.alloc(0), 'song.wav'],
    ] as [Buffer, string][]) {
      const answer = await signUpByForm(world, signing, [
        [opus(), 'good.opus'],
        [bytes, name],
      ]);
      expect(answer).toMatchObject({ status: 415, body: { code: 'file_type' } });
      expect(Object.keys(answer.body.errors)).toEqual(['audition_files']);
    }
    expect([await filesOnDisk(world), await countOf('registration')]).toEqual(before);
  });

  test('more than three, or more than 10 MB, are refused', async () => {
    const four = Array.from({ length: 4 }, (): [Buffer, string] => [opus(), 'a.opus']);
    expect(await signUpByForm(world, signing, four)).toMatchObject({
      status: 400,
      body: { errors: { audition_files: ['At most 3 files.'] } },
    });
    expect(await signUpByForm(world, signing, [[wav(10_485_760), 'a.wav']])).toMatchObject({
      status: 413,
      body: { code: 'file_too_large' },
    });
  });

  test('a wrong field beside them: said by name, and nothing of them is left', async () => {
    const before = await filesOnDisk(world);
    const good: [Buffer, string][] = [[opus(), 'a.opus']];
    for (const [field, value] of [
      ['email', 'nobody'],
      ['phone', '07700'],
      ['preferences', '{"duty_types": 7}'],
      ['preferences', 'no json'],
      ['note', 'x'.repeat(2_001)],
      ['organisation_id', 'x'],
    ]) {
      const answer = await signUpByForm(world, signing, good, {
        [field as string]: value as string,
      });
      expect(answer.status, `${field} ${value}`).toBe(400);
      expect(Object.keys(answer.body.errors)[0]).toContain(field);
    }
    expect(await filesOnDisk(world)).toEqual(before);
  });
});

describe('refusals', () => {
  test('the same e-mail twice for one roster: 400 that names it; for another roster it is fine', async () => {
    const { email } = volunteer();
    expect((await signUp(world, signing, { email })).status).toBe(201);
    const again = await signUp(world, signing, { email: email.toUpperCase() });
    expect(again).toMatchObject({
      status: 400,
      body: { errors: { email: [expect.stringContaining('already')] } },
    });
    const other = await openSigning(world);
    expect((await signUp(world, other, { email })).status).toBe(201);
  });

  test('at the same moment: one is taken, whatever came along with the others is gone', async () => {
    const { email } = volunteer();
    const before = await filesOnDisk(world);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        signUpByForm(world, signing, [[opus(), 'a.opus']], { email }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
    expect((await filesOnDisk(world)).length).toBe(before.length + 1);
    expect(await mailsTo(world, email)).toEqual(['registration-received']);
  });

  test('a link that leads nowhere: 404', async () => {
    expect((await signUp(world, { code: 'nowhere-at-all' })).status).toBe(404);
    const revoked = await openSigning(world);
    await world.as.ben.delete(`/api/signup-links/${revoked.link}`);
    expect((await signUp(world, revoked)).status).toBe(404);
  });

  test('after its last day, or when the roster is over: signup_link_closed', async () => {
    const closed = await openSigning(world, { closes_on: '2026-11-19' });
    expect(await signUp(world, closed)).toMatchObject({
      status: 409,
      body: { code: 'signup_link_closed', closed_after: '2026-11-19' },
    });
    const today = await openSigning(world, { closes_on: '2026-11-20' });
    expect((await signUp(world, today)).status).toBe(201);
    await world.sql('UPDATE roster SET start_date = $1, end_date = $1 WHERE id = $2', [
      ...['2026-11-19', today.roster],
    ]);
    expect((await signUp(world, today)).status).toBe(409);
  });

  test('duties and dates that the roster has not', async () => {
    const other = await openSigning(world);
    const preferences = { duty_types: [other.duties[0]] };
    expect((await signUp(world, signing, { preferences })).body.errors).toEqual({
      'preferences.duty_types': ['Name duties that the roster has.'],
    });
    const dates = { dates_not: ['2027-01-01'] };
    const answer = await signUp(world, signing, { preferences: dates });
    expect(Object.keys(answer.body.errors)).toEqual(['preferences.dates_not']);
  });

  test('a number without its country', async () => {
    const answer = await signUp(world, signing, { phone: '07700 900123' });
    expect(answer.body.errors).toEqual({
      phone: ['Begin with the country, like +44 20 7946 0000.'],
    });
  });

  test('an organisation that has switched duty off', async () => {
    await world.sql(`UPDATE organisation SET systems_off = '{duty}' WHERE slug = 'harbour-care'`);
    expect(await signUp(world, signing)).toMatchObject({
      status: 409,
      body: { code: 'system_off' },
    });
    await world.sql(`UPDATE organisation SET systems_off = '{}' WHERE slug = 'harbour-care'`);
  });
});

test('from one place only so many an hour', async () => {
  const limits = await openSigning(world);
  let last = 0;
  for (let i = 0; i < 62 && last !== 429; i += 1) last = (await signUp(world, limits)).status;
  expect(last).toBe(429);
  world.clock.advance({ minutes: 61 });
  expect((await signUp(world, limits)).status).toBe(201);
});
