import type pg from 'pg';
import { createOrganisation, createPerson } from '../../identity/module.ts';
import { type App, write } from '../../platform/app.ts';
import { newId } from '../../platform/id.ts';

/** Reminders to plant: as many organisations, people in each, and times a day apart at which each is told. */
export type Planted = {
  organisations: number;
  people: number;
  times: number;
  start: string;
  channel?: 'email' | 'sms';
};

/** Fills the outbox with reminders that are due day after day; returns how many. `client` is the owner's. */
export async function plantReminders(
  app: App,
  client: pg.ClientBase,
  { organisations, people, times, start, channel = 'email' }: Planted,
): Promise<number> {
  for (let n = 0; n < organisations; n += 1) {
    const id = newId();
    const slug = `reminded-${n}`;
    const tenant = { id, name: slug, slug, timeZone: 'UTC', off: [] };
    await write(app, tenant, {}, async (tx) => {
      await createOrganisation(tx, []);
      for (let i = 0; i < people; i += 1) {
        const name = { firstName: 'Person', lastName: String(i) };
        await createPerson(tx, { email: `p${i}@${slug}.example`, ...name, role: 'member' });
      }
    });
    await client.query(
      `INSERT INTO journal (organisation_id, id, at, event, subject_kind, subject_id, data)
       SELECT $1, gen_random_uuid(), $3, 'test_letter.requested', 'organisation', $1, '{}'
       FROM generate_series(1, $2::integer)`,
      [id, times, start],
    );
    await client.query(
      `INSERT INTO message (organisation_id, id, journal_id, person_id, channel, address, template,
         data, due_at, created_at)
       SELECT $1, gen_random_uuid(), j.id, p.id, $3,
         CASE $3 WHEN 'sms' THEN '+1555' || to_char($4 * 1000 + p.n, 'FM0000000') ELSE p.email END,
         'test-letter', '{}',
         $2::timestamptz + (j.n || ' days')::interval + (random() * 36000 || ' seconds')::interval, $2
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM person) p CROSS JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM journal
         WHERE organisation_id = $1 AND event = 'test_letter.requested') j
       WHERE p.organisation_id = $1`,
      [id, start, channel, n],
    );
  }
  // Leasing moves `due_at`: when each was to go out is kept apart.
  await client.query(
    `CREATE TEMPORARY TABLE planted_reminder AS SELECT id, due_at AS planned FROM message
     WHERE template = 'test-letter'`,
  );
  await client.query('ANALYZE message');
  return organisations * people * times;
}
