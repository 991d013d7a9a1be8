import { freshEmail, goodPassword, holding, logIn } from '../identity/testing.ts';
import type { Client } from '../testing/client.ts';
import type { World } from '../testing/open-world.ts';

/** An own role of Harbour Care, made by its owner. */
export async function makeRole(world: World, name: string, permissions: string[]): Promise<string> {
  const answer = await world.as.ada.post('/api/roles', { name, permissions });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Someone new at Harbour Care in a role, with a client of their own. */
export async function personIn(
  world: World,
  role: string,
): Promise<{ id: string; email: string; token: string; client: Client }> {
  const email = freshEmail();
  const body = { email, full_name: 'Nia Brandt', role, password: goodPassword };
  const added = await world.as.ada.post('/api/users', body);
  if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  const answer = await logIn(world, email);
  const token = answer.body.tokens.access;
  return { id: added.body.id, email, token, client: holding(world, answer) };
}
