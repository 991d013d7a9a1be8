import { type App, write } from '../platform/app.ts';
import { faultOf as faultOfTwilio } from '../platform/channels/twilio-problem.ts';
import { faultOf as faultOfWhatsApp } from '../platform/channels/whatsapp-problem.ts';
import type { Tx } from '../platform/scope.ts';
import { tenantById } from '../platform/tenant.ts';
import { recordFailures } from './delivery-failure.ts';
import { forward } from './delivery-status.ts';
import { type Follow, nobodyFollows } from './follow.ts';
import type { Report } from './told.ts';

/** Moves a message to where its provider says it is. The same told again, or too late, changes nothing. */
export async function takeReport(
  app: App,
  report: Report,
  follow: Follow = nobodyFollows,
): Promise<void> {
  const tenant = await tenantById(app, report.organisationId).catch(() => null);
  if (!tenant) return;
  await write(app, tenant, {}, async (tx) => {
    const followed = await take(tx, report);
    if (followed) await follow(tx, [followed]);
  });
}

/** Returns what the message stands with, when it moved. */
async function take(tx: Tx, report: Report): Promise<string | null> {
  const message = await tx.db
    .selectFrom('message')
    .select(['id', 'channel', 'address', 'person_id', 'status', 'provider_id', 'attempts_before'])
    .select('stands_with')
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', report.messageId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!message || !(await keepReport(tx, report))) return null;
  const isOurs =
    message.provider_id === report.providerId ||
    (message.provider_id === null && (await adopt(tx, message, report)));
  const status = isOurs ? forward(message.status, report.status) : null;
  if (!status) return null;
  const failure =
    status === 'failed'
      ? {
          failure_code: report.code ?? report.status,
          failure: report.detail ?? `The provider says: ${report.status}.`,
        }
      : { failure_code: null, failure: null };
  await tx.db
    .updateTable('message')
    .set((eb) => ({
      ...{ status, lease: null, provider_id: report.providerId, ...failure },
      sent_at: eb.fn.coalesce('sent_at', eb.val(tx.now.toString())),
    }))
    .where('organisation_id', '=', tx.tenant.id)
    .where('id', '=', message.id)
    .execute();
  if (failure.failure_code === null) return message.stands_with;
  const faultOf = message.channel === 'whatsapp' ? faultOfWhatsApp : faultOfTwilio;
  const fault = faultOf(failure.failure_code);
  const { failure_code: code, failure: detail } = failure;
  await recordFailures(tx, [{ message, code, detail, fault }]);
  return message.stands_with;
}

/** Each status of a message is kept once; false when it is known. */
async function keepReport(tx: Tx, report: Report): Promise<boolean> {
  const kept = await tx.db
    .insertInto('delivery_report')
    .values({
      organisation_id: tx.tenant.id,
      message_id: report.messageId,
      provider_id: report.providerId,
      status: report.status,
      code: report.code,
      detail: report.detail?.slice(0, 500) ?? null,
      received_at: tx.now.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('status')
    .executeTakeFirst();
  return kept !== undefined;
}

/** Whether it tells of an attempt whose outcome nobody knew: then that one got through. */
async function adopt(
  tx: Tx,
  message: { id: string; attempts_before: number },
  report: Report,
): Promise<boolean> {
  const attempts = await tx.db
    .selectFrom('attempt')
    .select(['number', 'outcome', 'provider_id'])
    .where('organisation_id', '=', tx.tenant.id)
    .where('message_id', '=', message.id)
    .orderBy('number', 'desc')
    .execute();
  if (attempts.some((attempt) => attempt.provider_id === report.providerId)) return false;
  const unknown = attempts.find(
    ({ number, outcome }) =>
      number > message.attempts_before && (outcome === null || outcome === 'unknown'),
  );
  if (!unknown) return false;
  await tx.db
    .updateTable('attempt')
    .set({
      outcome: 'sent',
      provider_id: report.providerId,
      detail: 'The provider told of it later.',
      ended_at: tx.now.toString(),
    })
    .where('organisation_id', '=', tx.tenant.id)
    .where('message_id', '=', message.id)
    .where('number', '=', unknown.number)
    .execute();
  return true;
}
