import type { JoinCode } from '../../contract/people/join-code.ts';
import { type JoinCodeRow, joinCodeOf } from '../identity/module.ts';
import type { App } from '../platform/app.ts';

/** A join code as the API shows one, with the link that carries it. */
export function presentJoinCode(app: App, row: JoinCodeRow): JoinCode {
  const code = joinCodeOf(app.secrets, row.id);
  return {
    id: row.id,
    code,
    link: `${app.config.url}/register?code=${code}`,
    uses: row.uses,
    uses_max: row.uses_max,
    made_by_name: row.made_by_name,
    made_at: row.made_at,
    expires_at: row.expires_at,
    state: stateOf(row, app.clock.now()),
  };
}

function stateOf(row: JoinCodeRow, now: Temporal.Instant): JoinCode['state'] {
  if (row.revoked_at !== null) return 'revoked';
  if (row.uses >= row.uses_max) return 'used_up';
  const expiresAt = Temporal.Instant.from(row.expires_at);
  return Temporal.Instant.compare(expiresAt, now) > 0 ? 'open' : 'expired';
}
