import type { Answered } from './client.ts';
import { makeDutyType, makeRoster } from './duty-steps.ts';
import { formOf } from './form.ts';
import type { World } from './open-world.ts';

/** A roster of December with two duties, and a link to sign up for it. */
export type Signing = { roster: string; duties: [string, string]; link: string; code: string };

/** Ben opens a roster and makes a link to sign up for it. */
export async function openSigning(world: World, fields: object = {}): Promise<Signing> {
  const duties: [string, string] = [await makeDutyType(world), await makeDutyType(world)];
  const roster = await makeRoster(world, duties);
  const { status, body } = await world.as.ben.post('/api/signup-links', { roster, ...fields });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { roster, duties, link: body.id, code: body.code };
}

let number = 0;

/** What someone new says of themself; each is someone else. */
export function volunteer(fields: object = {}) {
  number += 1;
  return {
    ...{ full_name: `Nia Brandt ${number}`, email: `nia-${number}@volunteers.example` },
    ...{ phone: `+44770090${String(1_000 + number)}`, ...fields },
  };
}

/** Someone without a log-in signs up, as JSON. */
export function signUp(world: World, { code }: Pick<Signing, 'code'>, fields: object = {}) {
  return world.anyone.post('/api/registrations', { code, ...volunteer(fields) });
}

/** Signs up, and expects it to be taken; returns the sign-up's id. */
export async function signedUp(
  world: World,
  signing: Pick<Signing, 'code'>,
  fields: object = {},
): Promise<string> {
  const answer = await signUp(world, signing, fields);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Someone signs up with a form, as the page does: recordings beside the fields. */
export function signUpByForm(
  world: World,
  { code }: Pick<Signing, 'code'>,
  recordings: [Buffer, string][],
  fields: Record<string, string> = {},
): Promise<Answered> {
  const body = formOf({ code, ...volunteer(), ...fields, audition_files: recordings });
  return world.anyone.send('POST', '/api/registrations', { body });
}

/** A sign-up as Ben sees it. */
export async function registrationOf(world: World, id: string) {
  const { status, body } = await world.as.ben.get(`/api/registrations/${id}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

/** The newest journal entries of a sign-up, oldest first. */
export async function eventsOf(world: World, id: string) {
  return world.sql<{ event: string; actor_id: string | null; data: Record<string, unknown> }>(
    'SELECT event, actor_id, data FROM journal WHERE subject_id = $1 ORDER BY seq',
    [id],
  );
}

/** What went to an address, oldest first. */
export async function mailsTo(world: World, address: string): Promise<string[]> {
  const rows = await world.sql<{ template: string }>(
    'SELECT template FROM message WHERE address = $1 ORDER BY created_at, id',
    [address],
  );
  return rows.map(({ template }) => template);
}

/** Things of Harbour Care for the tests that try every route. */
export async function registrationThings(world: World): Promise<Record<string, string>> {
  const signing = await openSigning(world);
  return {
    '/registrations/:id': await signedUp(world, signing),
    '/signup-links/:id': signing.link,
  };
}
