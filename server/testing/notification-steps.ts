import type { World } from './open-world.ts';

type Name = keyof World['as'];
type Told = { id: string; kind: string; title: string; link: string; is_read: boolean };

/** What someone is told in the app, newest first. */
export async function toldTo(world: World, who: Name): Promise<Told[]> {
  return (await world.as[who].get('/api/notifications')).body;
}

/** How many notifications someone has not read. */
export async function unreadOf(world: World, who: Name): Promise<number> {
  return (await world.as[who].get('/api/notifications/unread-count')).body.unread_count;
}

/** The channels of the outbox on which a template went to someone for a thing. */
export async function channelsTold(world: World, who: Name, template: string): Promise<string[]> {
  const rows = await world.sql<{ channel: string }>(
    'SELECT channel FROM message WHERE person_id = $1 AND template = $2 ORDER BY channel, created_at',
    [world.ids[who], template],
  );
  return rows.map(({ channel }) => channel);
}
