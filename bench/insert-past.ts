import type pg from 'pg';
import type { Filled } from './organisation.ts';

/**
 * Writes what asking and deciding left behind: two journal entries a shift, and a message that was
 * sent for each. Without them PostgreSQL would plan for tables that hold nothing, which no
 * organisation with so many shifts has.
 */
export async function insertPast(client: pg.Client, filled: Filled): Promise<void> {
  await client.query(
    `WITH entry AS (
       INSERT INTO journal (organisation_id, id, at, event, actor_id, subject_kind, subject_id, data)
       SELECT $1, uuidv7(), now(), event, $2, 'shift', shift.id, jsonb_build_object(
         'pa_id', person_id, 'period_id', period_id, 'date', date, 'status', status,
         'start_time', start_time, 'end_time', end_time, 'minutes', minutes)
       FROM shift CROSS JOIN unnest(ARRAY['shift.requested', 'shift.approved']) AS event
       WHERE organisation_id = $1
       RETURNING id, subject_id, event, data
     ), told AS (
       INSERT INTO message (organisation_id, id, journal_id, person_id, channel, address, template,
         data, status, attempts, due_at, created_at, sent_at)
       SELECT $1, uuidv7(), entry.id, person_id, 'email', 'someone@bench.example',
         replace(event, '.', '-'), data, 'sent', 1, now(), now(), now()
       FROM entry JOIN shift ON organisation_id = $1 AND shift.id = subject_id
       RETURNING id
     )
     INSERT INTO attempt (organisation_id, message_id, number, started_at, ended_at, outcome)
     SELECT $1, id, 1, now(), now(), 'sent' FROM told`,
    [filled.id, filled.people[1]?.id],
  );
  // They are not for the sealer: its work of a year would fall into one minute of the bench.
  await client.query('UPDATE journal_sealer SET xid = pg_current_xact_id()');
}
