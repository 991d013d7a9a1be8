import { mailToken } from '../platform/mail-token.ts';
import { type Answered, type Client, clientOf } from '../testing/client.ts';
import type { World } from '../testing/open-world.ts';

/** A password that nobody of the world has. */
export const goodPassword = 'tall grass at noon';

let number = 0;

/** An e-mail address that no test has used. */
export function freshEmail(): string {
  number += 1;
  return `person-${number}@elsewhere.example`;
}

/** Registers someone new; they found an organisation of their own unless `body` says otherwise. */
export function register(world: World, body: Record<string, unknown> = {}): Promise<Answered> {
  return world.anyone.post('/api/auth/register', {
    email: freshEmail(),
    password: goodPassword,
    first_name: 'Nia',
    last_name: 'Brandt',
    ...('join_code' in body || 'invite' in body ? {} : { organisation_name: 'Quayside' }),
    ...body,
  });
}

/** Logs in with the password of those who registered here. */
export function logIn(
  world: World,
  email: string,
  password: string = goodPassword,
  more: Record<string, unknown> = {},
): Promise<Answered> {
  return world.anyone.post('/api/auth/login', { email, password, ...more });
}

/** A client that holds this answer's access token. */
export function holding(world: World, answer: Answered): Client {
  return clientOf(world.origin, async () => answer.body.tokens.access);
}

/** Refreshes with the token in the body. */
export function refresh(world: World, token: string): Promise<Answered> {
  return world.anyone.post('/api/auth/refresh', { refresh: token });
}

/** The refresh token of the cookie that an answer sets, with its attributes. */
export function cookieOf(answer: Answered): { value: string; attributes: string } {
  const [first = '', ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
  return { value: first.replace('callboard_refresh=', ''), attributes: attributes.join('; ') };
}

/** The tokens in the mails of a template to an address, oldest first, as the mails carry them. */
export async function mailedTokens(
  world: World,
  template: string,
  address: string,
): Promise<string[]> {
  const rows = await world.sql<{ data: { one_time_token: string } }>(
    'SELECT data FROM message WHERE template = $1 AND address = $2 ORDER BY created_at, id',
    [template, address],
  );
  const purpose = template === 'verify-email' ? 'verify-email' : 'reset-password';
  const { secrets } = world.program.app;
  return rows.map(({ data }) => mailToken(secrets, purpose, data.one_time_token));
}

/** The newest such token. */
export async function mailedToken(
  world: World,
  template: string,
  address: string,
): Promise<string> {
  const token = (await mailedTokens(world, template, address)).at(-1);
  if (!token) throw new Error(`no ${template} for ${address}`);
  return token;
}

/** Confirms the address of someone who registered. */
export async function verify(world: World, email: string): Promise<void> {
  const token = await mailedToken(world, 'verify-email', email);
  const answer = await world.anyone.post('/api/auth/verify-email', { token });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Events about a person, oldest first. */
export async function eventsAbout(world: World, person: string): Promise<string[]> {
  const entries = await world.journal();
  return entries.filter((entry) => entry.subject_id === person).map(({ event }) => event);
}

/** Templates of the messages to an address, oldest first. */
export async function mailsTo(world: World, address: string): Promise<string[]> {
  const messages = await world.messages();
  return messages.filter((one) => one.address === address).map(({ template }) => template);
}

/** Tests that try many passwords on purpose are no attack. */
export async function forgetAllTries(world: World): Promise<void> {
  await world.sql('DELETE FROM throttle');
}

/** A new join code of Harbour Care. */
export async function harbourCode(world: World): Promise<string> {
  return (await world.as.ada.post('/api/join-codes', {})).body.code;
}
