import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../testing/open-world.ts';
import {
  eventsOf,
  mailsTo,
  openSigning,
  registrationOf,
  type Signing,
  signedUp,
  volunteer,
} from '../testing/registration-steps.ts';

let world: World;
let signing: Signing;
beforeAll(async () => {
  world = await openWorld();
  signing = await openSigning(world);
});

const edit = (
  id: string,
  body: object,
  who: keyof World['as'] = 'ben',
  headers: Record<string, string> = {},
) => world.as[who].patch(`/api/registrations/${id}`, body, headers);
const names = async (id: string) => (await eventsOf(world, id)).map(({ event }) => event);

test('a stranger is asked to log in, a member may not, another organisation finds nothing', async () => {
  const id = await signedUp(world, signing);
  expect((await world.anyone.patch(`/api/registrations/${id}`, { note: '' })).status).toBe(401);
  expect((await edit(id, { note: 'x' }, 'cleo')).body.code).toBe('forbidden');
  expect((await edit(id, { note: 'x' }, 'fay')).status).toBe(404);
  expect(await names(id)).toEqual(['registration.submitted']);
});

test('corrects what was said, and journals what became of what', async () => {
  const id = await signedUp(world, signing, { full_name: 'Nia Brant' });
  const answer = await edit(id, {
    ...{ full_name: 'Nia Brandt', phone: '+44 7700 900999', note: 'Called on Friday' },
    preferences: { duty_types: [signing.duties[0]], dates_not: ['2026-12-02'] },
  });
  expect(answer).toMatchObject({
    status: 200,
    body: {
      ...{ full_name: 'Nia Brandt', phone: '+447700900999', note: 'Called on Friday' },
      preferences: { duty_types: [signing.duties[0]], dates_not: ['2026-12-02'] },
      version: 2,
    },
  });
  expect((await eventsOf(world, id)).at(-1)).toMatchObject({
    event: 'registration.updated',
    actor_id: world.ids.ben,
    data: { changes: { full_name: ['Nia Brant', 'Nia Brandt'], dates_not: [[], ['2026-12-02']] } },
  });
});

test('a change of nothing is no event', async () => {
  const id = await signedUp(world, signing);
  const { full_name, email, phone, note } = await registrationOf(world, id);
  expect((await edit(id, { full_name, email, phone, note })).body.version).toBe(1);
  expect(await names(id)).toEqual(['registration.submitted']);
});

test('another e-mail: letters go there, and it is the sign-up of whoever has it', async () => {
  const before = volunteer();
  const id = await signedUp(world, signing, before);
  const { email } = volunteer();
  expect((await edit(id, { email: email.toUpperCase() })).body.email).toBe(email);
  await world.as.ben.post(`/api/registrations/${id}/decline`, {});
  expect(await mailsTo(world, email)).toEqual(['registration-declined']);

  const other = await signedUp(world, signing);
  const answer = await edit(other, { email: 'eli@harbour.example' });
  expect(answer.body.person).toBe(world.ids.eli);
});

test('linked to a member; letters go to the address of the sign-up', async () => {
  const { email } = volunteer();
  const id = await signedUp(world, signing, { email });
  expect((await edit(id, { person: world.ids.cleo })).body.person).toBe(world.ids.cleo);
  expect((await eventsOf(world, id)).at(-1)?.data.changes).toMatchObject({
    person: [expect.any(String), world.ids.cleo],
  });
  await edit(id, { state: 'accepted' });
  expect((await mailsTo(world, email)).at(-1)).toBe('registration-accepted');
});

describe('decides by the state, as the source documents have it', () => {
  test('accepted', async () => {
    const id = await signedUp(world, signing);
    expect((await edit(id, { state: 'accepted' })).body).toMatchObject({ state: 'accepted' });
    expect(await names(id)).toEqual(['registration.submitted', 'registration.accepted']);
    expect((await edit(id, { state: 'accepted' })).body.code).toBe('registration_accepted');
    expect((await edit(id, { state: 'declined' })).body.code).toBe('registration_accepted');
  });

  test('declined, with a reason, and corrected in the same call', async () => {
    const id = await signedUp(world, signing);
    const body = { state: 'declined', reason: 'All places are taken', note: 'Next year' };
    expect((await edit(id, body)).body).toMatchObject(body);
    expect(await names(id)).toEqual([
      ...['registration.submitted', 'registration.updated', 'registration.declined'],
    ]);
  });

  test('refused, nothing of the call is done', async () => {
    const id = await signedUp(world, signing);
    await edit(id, { state: 'declined' });
    expect((await edit(id, { state: 'declined', note: 'again' })).status).toBe(409);
    expect((await registrationOf(world, id)).note).toBe('');
  });
});

describe('refusals', () => {
  test('an e-mail that another sign-up of the roster has', async () => {
    const { email } = volunteer();
    await signedUp(world, signing, { email });
    const id = await signedUp(world, signing);
    expect((await edit(id, { email })).body.errors).toEqual({
      email: [expect.stringContaining('already')],
    });
  });

  test('a number without country, duties and dates that the roster has not, a reason without its state', async () => {
    const id = await signedUp(world, signing);
    const other = await openSigning(world);
    for (const [body, field] of [
      [{ phone: '07700' }, 'phone'],
      [{ preferences: { duty_types: [other.duties[0]] } }, 'preferences.duty_types'],
      [{ preferences: { dates_not: ['2027-01-01'] } }, 'preferences.dates_not'],
      [{ reason: 'because' }, 'reason'],
    ] as const) {
      const answer = await edit(id, body);
      expect([answer.status, Object.keys(answer.body.errors)]).toEqual([400, [field]]);
    }
    expect((await edit(id, { person: world.ids.fay })).status).toBe(404);
  });

  test('changed meanwhile: 412', async () => {
    const id = await signedUp(world, signing);
    const seen = { 'if-match': '"1"' };
    expect((await edit(id, { note: 'one' }, 'ben', seen)).status).toBe(200);
    expect(await edit(id, { note: 'two' }, 'ada', seen)).toMatchObject({
      status: 412,
      body: { code: 'version_stale', version: 2 },
    });
  });
});

test('two admins at once with what they both saw: one is told', async () => {
  const id = await signedUp(world, signing);
  const seen = { 'if-match': '"1"' };
  const answers = await Promise.all([
    edit(id, { note: 'one' }, 'ben', seen),
    edit(id, { note: 'two' }, 'ada', seen),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});
