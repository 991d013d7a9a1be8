import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type App, write } from '../../platform/app.ts';
import { cancelReminder } from '../../reminders/cancel-reminder.ts';
import { planReminder } from '../../reminders/plan-reminder.ts';
import { replanReminders } from '../../reminders/replan-reminders.ts';
import { getReminderSettings, saveReminderSettings } from '../../reminders/settings-store.ts';
import { type Balance, balanceOf, type Fate } from './balance.ts';
import { foundOrganisation, type Organisation } from './found.ts';
import { type Random, randomOf } from './random.ts';
import { openReceivers } from './receivers.ts';
import { type Duty, type HourChange, inventYear } from './script.ts';

/** How large a year, and where. */
export type Year = {
  seed: number;
  duties: number;
  /** On so many days there are duties. */
  days: number;
  people: number;
  zones: readonly string[];
  kills: number;
  url: string;
  dataFolder: string;
};

export type Ran = Balance & { moments: number; kills: number; seconds: number };

/** A program whose clock the year moves. */
type Program = { app: App; setClock(ms: number): void };

/**
 * Lets a year pass: duties are made and taken off, hours change, and a worker sends what is due, killed at
 * random moments. What has to come is reckoned here, by nothing that the program made.
 */
export async function runYear({ app, setClock }: Program, year: Year): Promise<Ran> {
  const random = randomOf(year.seed);
  const organisations = await Promise.all(
    year.zones.map((zone, n) => foundOrganisation(app, zone, year.people, n)),
  );
  const { duties, changes } = inventYear(random, { ...year, year: 2027 });
  const fates = new Map(
    duties.map((duty): [string, Fate] => [
      duty.id,
      { duty, made: false, expected: false, off: null },
    ]),
  );
  const times = year.zones.map(() => '18:00');
  let now = Math.min(...duties.map(({ madeAt }) => madeAt));
  const worker = keepWorker(year, random, () => now);
  const receivers = await openReceivers(
    () => now,
    () => worker.noticeCame(),
  );
  worker.env = receivers.env;
  const began = performance.now();
  let moments = 0;
  for (;;) {
    setClock(now);
    await act(app, organisations, fates, changes, times, now);
    const firing = expect([...fates.values()], times, now);
    const racing = firing.filter(({ duty }) => duty.offAt === 'race');
    const ids = organisations.map(({ tenant }) => tenant.id);
    await Promise.all([
      worker.pass(now, ids),
      ...racing.map(async (fate) => {
        await sleep(random.below(25));
        await takeOff(app, organisations, fate);
      }),
    ]);
    // What a dead worker had leased is free again half a minute later.
    while (await isSomethingOpen(app)) {
      now += 30_000;
      setClock(now);
      await worker.pass(now, ids);
    }
    moments += 1;
    const next = nextMoment([...fates.values()], changes, times, now);
    if (next === null) break;
    now = next;
  }
  const seconds = (performance.now() - began) / 1_000;
  await worker.end();
  await receivers.close();
  return {
    ...(await balanceOf(app, [...fates.values()], receivers.came)),
    moments,
    kills: worker.kills(),
    seconds,
  };
}

/** What people do at a moment: make duties, take people off, change the hour. */
async function act(
  app: App,
  organisations: readonly Organisation[],
  fates: ReadonlyMap<string, Fate>,
  changes: readonly HourChange[],
  times: string[],
  now: number,
): Promise<void> {
  for (const fate of fates.values()) {
    const { duty } = fate;
    const { tenant, people } = organisations[duty.organisation] as Organisation;
    if (!fate.made && duty.madeAt <= now) {
      const person = people[duty.person] as Organisation['people'][number];
      await write(app, tenant, {}, (tx) =>
        planReminder(tx, {
          ...{ id: duty.id, personId: person.id, name: person.name, email: person.email },
          ...{
            rosterId: crypto.randomUUID(),
            dutyTypeId: crypto.randomUUID(),
            dutyName: duty.name,
          },
          ...{ date: duty.date, startsAt: duty.startsAt, endsAt: duty.endsAt, zone: duty.zone },
        }),
      );
      fate.made = true;
    }
    if (typeof duty.offAt === 'number' && duty.offAt <= now && !fate.off) {
      await takeOff(app, organisations, fate);
    }
  }
  for (const { organisation, time } of changes.filter(({ at }) => at === now)) {
    const { tenant } = organisations[organisation] as Organisation;
    await write(app, tenant, {}, async (tx) => {
      await saveReminderSettings(tx, { ...(await getReminderSettings(tx)), time });
      await replanReminders(tx);
    });
    times[organisation] = time;
  }
}

async function takeOff(
  app: App,
  organisations: readonly Organisation[],
  fate: Fate,
): Promise<void> {
  const { tenant } = organisations[fate.duty.organisation] as Organisation;
  await write(app, tenant, {}, (tx) => cancelReminder(tx, fate.duty.id, 'Taken off in the year'));
  fate.off = performance.now();
}

/** When a duty's reminder is due, by the hour that holds now. */
function dueOf({ date, zone, organisation }: Duty, times: readonly string[]): number {
  const evening = Temporal.PlainDate.from(date).subtract({ days: 1 });
  const plainTime = times[organisation] as string;
  return evening.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}

/** Marks those whose hour has come while they stand, and returns them. */
function expect(fates: readonly Fate[], times: readonly string[], now: number): Fate[] {
  const firing = fates.filter(
    (fate) => fate.made && !fate.off && !fate.expected && dueOf(fate.duty, times) <= now,
  );
  for (const fate of firing) fate.expected = true;
  return firing;
}

function nextMoment(
  fates: readonly Fate[],
  changes: readonly HourChange[],
  times: readonly string[],
  now: number,
): number | null {
  const waiting = fates.flatMap((fate) => {
    const { madeAt, offAt } = fate.duty;
    if (!fate.made) return [madeAt];
    return [
      ...(fate.off || fate.expected ? [] : [dueOf(fate.duty, times)]),
      ...(typeof offAt === 'number' && !fate.off ? [offAt] : []),
    ];
  });
  const ahead = [...waiting, ...changes.map(({ at }) => at)].filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

async function isSomethingOpen(app: App): Promise<boolean> {
  const { rows } = await app.systemPool.query<{ open: boolean }>(
    `SELECT EXISTS (SELECT FROM message WHERE status IN ('queued', 'sending')) AS open`,
  );
  return rows[0]?.open ?? false;
}

/** A worker that is killed at random moments; another takes over. */
function keepWorker(year: Year, random: Random, now: () => number) {
  let child: ChildProcess | null = null;
  let kills = 0;
  // Every so many messages that came, on average.
  const every = Math.max(2, Math.floor(year.duties / (year.kills + 1)));
  let until = 1 + random.below(every);
  const kill = () => {
    if (kills >= year.kills || !child || child.killed) return;
    kills += 1;
    child.kill('SIGKILL');
  };
  const keeper = {
    env: {} as Record<string, string>,
    kills: () => kills,
    noticeCame() {
      until -= 1;
      if (until > 0) return;
      until = 1 + random.below(every * 2);
      // At once, or when the result is being written.
      if (random.next() < 0.5) kill();
      else setTimeout(kill, random.below(8));
    },
    /** Resolves when the worker has passed this moment, or died in it. */
    async pass(moment: number, organisations: string[]): Promise<void> {
      if (!child || child.exitCode !== null || child.signalCode !== null) {
        child = await startWorker(year, keeper.env, now());
      }
      const own = child;
      const over = new AbortController();
      const ended = once(own, 'exit', { signal: over.signal }).catch(() => {});
      const done = new Promise<void>((resolve) => {
        const hear = (told: { done?: number }) => {
          if (told.done !== moment) return;
          own.off('message', hear);
          resolve();
        };
        own.on('message', hear);
      });
      own.send({ now: moment, organisations }, () => {});
      await Promise.race([done, ended]);
      over.abort();
    },
    async end() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
  return keeper;
}

async function startWorker(
  year: Year,
  env: Record<string, string>,
  now: number,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], {
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, METRICS_PORT: '0', ...env },
      ...{ DATABASE_URL: year.url, CALLBOARD_DATA: year.dataFolder, CLOCK_NOW: String(now) },
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended (${code}): ${said}`);
  });
  ended.catch(() => {});
  await Promise.race([once(child, 'message'), ended]);
  return child;
}
