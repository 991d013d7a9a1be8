import type { World } from './open-world.ts';

/** A job of someone's organisation that was given up, as pg-boss leaves it; its id. */
export async function deadJob(
  world: World,
  who: keyof World['ids'],
  data: Record<string, unknown> = { work: 'gap-alert' },
): Promise<string> {
  const [row] = await world.sql<{ id: string }>(
    `INSERT INTO pgboss.job (name, data, source_name, source_id, source_created_on, source_retry_count,
       source_output)
     SELECT 'dead-letter', jsonb_build_object('organisation', organisation_id) || $2, 'run-work',
       gen_random_uuid(), now() - interval '1 hour', 5, '{"message": "The model did not answer."}'
     FROM person WHERE id = $1
     RETURNING id`,
    [world.ids[who], JSON.stringify(data)],
  );
  return row?.id as string;
}
