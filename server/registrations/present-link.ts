import type { SignupLink } from '../../contract/registrations/signup-link.ts';
import type { Read } from '../platform/scope.ts';
import { dateAt } from '../timeline/module.ts';
import { whyClosed } from './signup-link.ts';
import type { LinkRow } from './signup-link-store.ts';

/** A sign-up link for those who hand it out; `url` is where people reach the program. */
export function presentLink({ tenant, now }: Read, url: string, row: LinkRow): SignupLink {
  const state = { closesOn: row.closes_on, rosterEnds: row.end_date };
  const isClosed =
    row.roster_deleted_at !== null || whyClosed(state, dateAt(now, tenant.timeZone)) !== null;
  return {
    ...{ id: row.id, code: row.code, link: `${url}/sign-up/${row.code}` },
    ...{ roster: row.roster_id, roster_name: row.roster_name, closes_on: row.closes_on },
    ...{ registrations: row.registrations, made_by_name: row.made_by_name, made_at: row.made_at },
    state: row.revoked_at !== null ? 'revoked' : isClosed ? 'closed' : 'open',
  };
}
