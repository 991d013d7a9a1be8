import type { App } from '../platform/app.ts';
import { notFound } from '../platform/problem.ts';
import type { Tenant } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { unsafeAcrossTenants } from '../platform/transaction.ts';
import { readAnswerToken } from './answer-token.ts';

/** What the link in a reminder leads to. */
export type Answerable = { tenant: Tenant; reminderId: string; locale: string };

/** The reminder of a token, and whose it is; 404 when the token was not made here. */
export async function findAnswerable(app: App, token: string): Promise<Answerable> {
  const reminderId = readAnswerToken(app.secrets, token);
  if (!reminderId) throw notFound();
  const row = await unsafeAcrossTenants(app.systemPool, (db) =>
    db
      .selectFrom('reminder')
      .innerJoin('organisation', 'organisation.id', 'reminder.organisation_id')
      .select(['reminder.organisation_id', 'organisation.locale'])
      .where('reminder.id', '=', reminderId)
      .executeTakeFirst(),
  );
  if (!row) throw notFound();
  const tenant = await tenantById(app, row.organisation_id);
  return { tenant, reminderId, locale: row.locale };
}
