import type pg from 'pg';
import { newestAnchor, verifyJournal } from '../../journal/module.ts';
import type { Config } from '../../platform/config.ts';
import { openPool } from '../../platform/database.ts';
import { tzVersion } from '../../timeline/module.ts';
import { type Finding, finding } from './finding.ts';

type Counts = Record<string, number>;

/** Whether letters go out. */
export async function checkOutbox(client: pg.Client): Promise<Finding[]> {
  await client.query('SET ROLE callboard_backup');
  const { rows } = await client.query<Counts>(
    `SELECT count(*) FILTER (WHERE status IN ('queued', 'sending'))::integer AS waiting,
       count(*) FILTER (WHERE status IN ('queued', 'sending')
         AND due_at < now() - interval '10 minutes')::integer AS late,
       count(*) FILTER (WHERE status = 'failed'
         AND created_at > now() - interval '1 day')::integer AS failed
     FROM message WHERE status IN ('queued', 'sending') OR created_at > now() - interval '1 day'`,
  );
  await client.query('RESET ROLE');
  const { waiting = 0, late = 0, failed = 0 } = rows[0] ?? {};
  return [
    finding('outbox', `${waiting} waiting, none late, ${failed} failed since yesterday`, {
      warn:
        (late > 0 && `${late} messages are more than ten minutes late: does a worker run?`) ||
        (failed > 0 && `${failed} messages failed since yesterday`),
    }),
  ];
}

/** Whether what lies ahead was derived with the time-zone data of this Node. */
export async function checkTimeZones(client: pg.Client): Promise<Finding[]> {
  await client.query('SET ROLE callboard_backup');
  const { rows } = await client.query<Counts>(
    'SELECT count(*)::integer AS stale FROM commitment WHERE ends_at > now() AND tz_version <> $1',
    [tzVersion],
  );
  await client.query('RESET ROLE');
  const stale = rows[0]?.stale ?? 0;
  return [
    finding('time zones', `data of ${tzVersion}`, {
      warn:
        stale > 0 && `${stale} commitments ahead were derived with other data than ${tzVersion}`,
    }),
  ];
}

/** Whether jobs end. */
export async function checkJobs(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('pgboss.job') IS NOT NULL AS there`,
  );
  if (!rows[0]?.there) return [finding('jobs', 'none yet: it has never been started')];
  const { rows: counts } = await client.query<Counts>(
    `SELECT count(*) FILTER (WHERE name = 'dead-letter' AND state = 'created')::integer AS dead,
       count(*) FILTER (WHERE name <> 'dead-letter' AND state < 'active'
         AND start_after < now() - interval '10 minutes')::integer AS late,
       count(*) FILTER (WHERE state = 'active'
         AND started_on < now() - interval '10 minutes')::integer AS long
     FROM pgboss.job`,
  );
  const { dead = 0, late = 0, long = 0 } = counts[0] ?? {};
  return [
    finding('jobs', 'none late, none dead', {
      warn:
        (late > 0 && `${late} jobs are more than ten minutes late: does a worker run?`) ||
        (long > 0 && `${long} jobs have been running for more than ten minutes`) ||
        (dead > 0 && `${dead} jobs were given up; admins see theirs under "Work that failed"`),
    }),
  ];
}

/** Whether anyone touched the journal, and whether it is anchored. */
export async function checkJournal(config: Config, url: string): Promise<Finding[]> {
  const systemPool = openPool(url, 'callboard_system', 1);
  try {
    const { chains, sealed, open, faults } = await verifyJournal({ systemPool, config });
    const anchor = await newestAnchor(config.dataFolder);
    const hours = anchor
      ? Temporal.Instant.from(anchor).until(Temporal.Now.instant()).total('hours')
      : null;
    return [
      finding('journal', `${sealed} entries in ${chains} chains verified, ${open} not sealed yet`, {
        fail: faults.length > 0 && faults.join(' '),
        warn: open > 10_000 && `${open} entries are not sealed yet: does a worker run?`,
      }),
      finding(
        'anchors',
        anchor ? `the newest is of ${anchor}` : 'none yet: the first is made at night',
        {
          warn:
            hours !== null &&
            hours > 48 &&
            sealed > 0 &&
            `the newest is of ${anchor}: nothing moved since, or no worker runs at night`,
        },
      ),
    ];
  } finally {
    await systemPool.end();
  }
}
