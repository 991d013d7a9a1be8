import { mailToken } from '../platform/mail-token.ts';
import type { Answered } from '../testing/client.ts';
import type { World } from '../testing/open-world.ts';

/** Someone does something to a person of the world: `POST /users/:id/<verb>`. */
export function does(
  world: World,
  who: keyof World['as'],
  verb: string,
  whom: keyof World['ids'],
): Promise<Answered> {
  return world.as[who].post(`/api/users/${world.ids[whom]}/${verb}`, {});
}

/** Someone changes a person of the world. */
export function change(
  world: World,
  who: keyof World['as'],
  whom: keyof World['ids'],
  body: object,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return world.as[who].patch(`/api/users/${world.ids[whom]}`, body, headers);
}

/** The newest journal entry. */
export async function lastEntry(world: World) {
  return (await world.journal()).at(-1);
}

/** Ben invites an address, unless someone else does. */
export function invite(
  world: World,
  email: string,
  more: object = {},
  who: keyof World['as'] = 'ben',
): Promise<Answered> {
  return world.as[who].post('/api/invitations', { email, ...more });
}

/** The tokens in the invitations to an address, oldest first, as the mails carry them. */
export async function invitationTokens(world: World, email: string): Promise<string[]> {
  const rows = await world.sql<{ data: { one_time_token: string } }>(
    `SELECT data FROM message WHERE template = 'invited' AND address = $1 ORDER BY created_at, id`,
    [email],
  );
  return rows.map(({ data }) =>
    mailToken(world.program.app.secrets, 'invitation', data.one_time_token),
  );
}

/** The newest such token. */
export async function invitationToken(world: World, email: string): Promise<string> {
  const token = (await invitationTokens(world, email)).at(-1);
  if (!token) throw new Error(`no invitation for ${email}`);
  return token;
}

/** Someone new registers with an invitation. */
export function accept(world: World, email: string, invite: string, more: object = {}) {
  return world.anyone.post('/api/auth/register', {
    ...{ email, invite, password: 'tall grass at noon', first_name: 'Nia', last_name: 'Brandt' },
    ...more,
  });
}

/** A file as a body carries it. */
export function fileOf(content: string | Buffer, file_name = 'people.csv') {
  return { file_name, content: Buffer.from(content).toString('base64') };
}
