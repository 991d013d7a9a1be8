import { readDelivery as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import type { Templates } from '../platform/letter.ts';
import { found, unauthenticated } from '../platform/problem.ts';
import { selectMessages } from './message-store.ts';
import { inOwnWords } from './own-templates.ts';
import { presentDelivery } from './present-delivery.ts';

/** One message with each attempt to send it and all that its provider told. */
export const readDelivery = (templates: Templates) =>
  publicCall(route, async ({ app, caller, params }) => {
    if (!caller) throw unauthenticated();
    return read(app, caller.tenant, async (view) => {
      const row = found(
        await selectMessages(view)
          .where('message.organisation_id', '=', view.tenant.id)
          .where('message.id', '=', params.id)
          .executeTakeFirst(),
      );
      const attempts = await view.db
        .selectFrom('attempt')
        .select(['number', 'started_at', 'ended_at', 'outcome', 'code', 'detail', 'provider_id'])
        .where('organisation_id', '=', view.tenant.id)
        .where('message_id', '=', params.id)
        .orderBy('number')
        .execute();
      const reports = await view.db
        .selectFrom('delivery_report')
        .select(['status', 'code', 'detail', 'received_at'])
        .where('organisation_id', '=', view.tenant.id)
        .where('message_id', '=', params.id)
        .orderBy('received_at')
        .orderBy('status')
        .execute();
      const own = (await inOwnWords(view, templates, [row]))(row);
      return { ...presentDelivery(app, own, row), attempt_log: attempts, reports };
    });
  });
