import type { Answered } from './client.ts';
import type { World } from './open-world.ts';

/** What the tests of the rota do again and again, through the HTTP door. */
export type Wish = {
  period: string;
  date?: string;
  start?: string;
  end?: string;
  overnight?: boolean;
  notes?: string;
};

/** Ben opens a period of December 2026, or as said. */
export async function openPeriod(
  world: World,
  period: Record<string, unknown> = {},
): Promise<string> {
  const december = { name: 'December 2026', start_date: '2026-12-01', end_date: '2026-12-31' };
  const answer = await world.as.ben.post('/api/schedule-periods', { ...december, ...period });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Someone asks for a shift; on 1 December from six to nine unless said otherwise. */
export function ask(world: World, who: keyof World['as'], wish: Wish): Promise<Answered> {
  return world.as[who].post('/api/shifts', {
    schedule_period: wish.period,
    date: wish.date ?? '2026-12-01',
    start_time: wish.start ?? '06:00',
    end_time: wish.end ?? '09:00',
    ...(wish.overnight !== undefined && { overnight: wish.overnight }),
    ...(wish.notes !== undefined && { notes: wish.notes }),
  });
}

/** Asks and expects it to be taken; returns the shift's id. */
export async function asked(world: World, who: keyof World['as'], wish: Wish): Promise<string> {
  const answer = await ask(world, who, wish);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Ben approves. */
export function approve(world: World, id: string, body: object = {}): Promise<Answered> {
  return world.as.ben.post(`/api/shifts/${id}/approve`, body);
}
