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
