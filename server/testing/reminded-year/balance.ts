import type { App } from '../../platform/app.ts';
import type { Came } from './receivers.ts';
import type { Duty } from './script.ts';

/** What became of a duty: whether its hour came while it stood, and when (by a real clock) its person was off. */
export type Fate = { duty: Duty; made: boolean; expected: boolean; off: number | null };

/** How a year balances. */
export type Balance = {
  duties: number;
  /** Stood at their hour, and were not taken off in that second: have to come once on each channel. */
  due: number;
  /** Taken off in the second in which they fired: may come, before the commit. */
  raced: number;
  racedAndCame: number;
  /** Came not, of those that had to. */
  missing: string[];
  /** Came although nobody held the duty at its hour. */
  uncalledFor: string[];
  /** Came after the commit that took its person off. */
  afterwards: string[];
  /** Two different messages about one duty on one channel. */
  doubled: string[];
  /** The same mail again, under the Message-ID that the receiver knows. */
  mailRepeated: number;
  /** Attempts beyond one for each message: what killed workers had in hand. */
  attemptsMore: number;
  /** By status, of the reminders that had to come and were not taken off later. */
  statuses: Record<string, number>;
};

/** A text is noticed a little after it came, by the watch over the simulator. */
const noticedMs = 25;

export async function balanceOf(
  app: App,
  fates: readonly Fate[],
  came: readonly Came[],
): Promise<Balance> {
  const byWay = Map.groupBy(came, ({ duty, channel }) => `${duty} ${channel}`);
  const waysOf = ({ duty }: Fate) =>
    (['email', 'sms'] as const).map((channel) => {
      const all = byWay.get(`${duty.name} ${channel}`) ?? [];
      return {
        way: `${duty.name} ${channel}`,
        all,
        different: new Set(all.map(({ id }) => id)).size,
      };
    });
  const raced = fates.filter(({ duty, expected }) => expected && duty.offAt === 'race');
  const due = fates.filter(({ duty, expected }) => expected && duty.offAt !== 'race');
  const ways = fates.flatMap((fate) => waysOf(fate).map((one) => ({ fate, ...one })));
  const { rows: attempts } = await app.systemPool.query<{ more: number }>(
    `SELECT (sum(attempts) - count(*))::integer AS more FROM message
     WHERE template = 'duty-reminder' AND status <> 'withdrawn'`,
  );
  const standing = due.filter(({ off }) => off === null).map(({ duty }) => duty.id);
  const { rows: statuses } = await app.systemPool.query<{ status: string; n: number }>(
    'SELECT status, count(*)::integer AS n FROM reminder WHERE assignment_id = any($1) GROUP BY 1',
    [standing],
  );
  return {
    duties: fates.length,
    due: due.length,
    raced: raced.length,
    racedAndCame: raced.filter((fate) => waysOf(fate).some(({ all }) => all.length > 0)).length,
    missing: due.flatMap((fate) =>
      waysOf(fate).flatMap(({ way, all }) => (all.length === 0 ? [way] : [])),
    ),
    uncalledFor: ways.flatMap(({ fate, way, all }) =>
      !fate.expected && all.length > 0 ? [way] : [],
    ),
    afterwards: ways.flatMap(({ fate: { off }, way, all }) =>
      off !== null && all.some(({ at }) => at > off + noticedMs) ? [way] : [],
    ),
    doubled: ways.flatMap(({ way, different }) => (different > 1 ? [way] : [])),
    mailRepeated: ways.reduce(
      (sum, { way, all, different }) => sum + (way.endsWith('email') ? all.length - different : 0),
      0,
    ),
    attemptsMore: attempts[0]?.more ?? -1,
    statuses: Object.fromEntries(statuses.map(({ status, n }) => [status, n])),
  };
}
