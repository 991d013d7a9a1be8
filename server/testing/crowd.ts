import { signAccessToken } from '../identity/access-token.ts';
import { type Client, clientOf } from './client.ts';
import type { World } from './open-world.ts';

/** So many new members of Harbour Care, each logged in: written at once, for races that need many people. */
export async function crowd(world: World, size: number): Promise<Client[]> {
  const rows = await world.sql<Record<'organisation' | 'person' | 'account' | 'session', string>>(
    `WITH made AS (
       SELECT organisation_id AS organisation, uuidv7() AS person, uuidv7() AS account, uuidv7() AS session,
         'crowd-' || n || '-' || left(md5(random()::text), 8) || '@harbour.example' AS email
       FROM person CROSS JOIN generate_series(1, $2) AS n WHERE person.id = $1
     ), accounts AS (
       INSERT INTO account (id, email, email_verified_at, created_at)
       SELECT account, email, $3, $3 FROM made
     ), people AS (
       INSERT INTO person (organisation_id, id, account_id, email, first_name, last_name, role,
         created_at, updated_at)
       SELECT organisation, person, account, email, 'Nia', 'Brandt', 'member', $3, $3 FROM made
     ), sessions AS (
       INSERT INTO session (organisation_id, id, person_id, account_id, user_agent, address,
         created_at, used_at, confirmed_at, expires_at)
       SELECT organisation, session, person, account, '', '', $3, $3, $3,
         $3::timestamptz + interval '1 day' FROM made
     )
     SELECT organisation, person, account, session FROM made`,
    [world.ids.cleo, size, world.clock.now().toString()],
  );
  const { secrets } = world.program.app;
  return rows.map(({ organisation: organisationId, person: personId, account, session }) => {
    const claims = { accountId: account, sessionId: session, organisationId, personId };
    const token = signAccessToken(secrets, claims, world.clock.now());
    return clientOf(world.origin, () => token);
  });
}
