import { clients, type World } from './open-world.ts';

/** Moves the program's clock on; log-ins that have run out by then are new ones. */
export function later(world: World, by: Temporal.DurationLike): void {
  world.clock.advance(by);
  Object.assign(world.as, clients(world.origin));
}
