import { generate } from 'otplib';
import { goodPassword, holding, logIn, register } from '../identity/testing.ts';
import { type Answered, type Client, clientOf } from '../testing/client.ts';
import type { World } from '../testing/open-world.ts';

/** Someone new, logged in, with the tokens of that session. */
export type Someone = {
  id: string;
  email: string;
  client: Client;
  answer: Answered;
};

/** Registers someone who founds an organisation of their own. */
export async function someone(world: World, body: Record<string, unknown> = {}): Promise<Someone> {
  const answer = await register(world, body);
  const { id, email } = answer.body.user;
  return { id, email, client: holding(world, answer), answer };
}

/** Another session of theirs. */
export async function again(world: World, who: { email: string }): Promise<Someone> {
  const answer = await logIn(world, who.email);
  return { id: answer.body.user.id, email: who.email, client: holding(world, answer), answer };
}

/** A client that sends an API key. */
export function withKey(world: World, key: string): Client {
  return clientOf(world.origin, async () => key);
}

/** The code that an authenticator app shows now, or some steps of 30 seconds from now. */
export function codeOf(world: World, secret: string, steps = 0): Promise<string> {
  return generate({ secret, epoch: world.clock.now().epochMilliseconds / 1_000 + steps * 30 });
}

/** Switches someone's second factor on; gives what their app and their paper hold. */
export async function enrol(world: World, who: Someone) {
  const { secret } = (await who.client.post('/api/auth/second-factor', {})).body;
  const code = await codeOf(world, secret, -1);
  const answer = await who.client.post('/api/auth/second-factor/confirm', { code });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return { secret: secret as string, codes: answer.body.recovery_codes as string[] };
}

/** Logs in with the second factor. */
export async function logInWithCode(
  world: World,
  who: { email: string },
  code: string,
  password = goodPassword,
): Promise<Answered> {
  const { challenge } = (await logIn(world, who.email, password)).body;
  return world.anyone.post('/api/auth/login/code', { challenge, code });
}

/** The status of `who` asking who they are. */
export async function statusOf(client: Client): Promise<number> {
  return (await client.get('/api/auth/me')).status;
}
