import { addRule } from './approval-steps.ts';
import { assigned, openRoster, reason } from './duty-steps.ts';
import type { World } from './open-world.ts';

/** Every unlock in the world needs a second admin, from now on; the rule's id. */
export async function secondAdmin(world: World, conditions: object = {}): Promise<string> {
  const rule = { subject: 'unlock', name: 'Four eyes', conditions };
  return (await addRule(world, rule)).body.id;
}

/** Someone asks a second admin to unlock assignments. */
export function askUnlock(world: World, who: keyof World['as'], assignments: string[]) {
  return world.as[who].post('/api/unlock-requests', { assignments, reason });
}

/** Someone decides on such a request, or cancels it. */
export function decideUnlock(
  world: World,
  who: keyof World['as'],
  id: string,
  action: string,
  message?: string,
) {
  const body = { action, ...(message !== undefined && { message }) };
  return world.as[who].post(`/api/unlock-requests/${id}`, body);
}

/** A request that waits, for the tests that try every route: its id by its path. */
export async function unlockThings(world: World): Promise<Record<string, string>> {
  const cell = await openRoster(world);
  const rule = await secondAdmin(world);
  const id = await assigned(world, 'cleo', { ...cell, date: '2026-12-19' });
  const { body } = await askUnlock(world, 'ben', [id]);
  await world.as.ben.delete(`/api/approval-rules/${rule}`);
  return { '/unlock-requests/:id': body.id };
}
