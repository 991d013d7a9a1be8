import { readMailbox as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import type { ChannelName } from '../platform/channels/channel.ts';
import type { Templates } from '../platform/letter.ts';
import { found } from '../platform/problem.ts';
import { isOpen, lookIntoMailbox, presentMessage } from './mailbox-view.ts';
import { organisationOf, selectMessages } from './message-store.ts';
import { inOwnWords } from './own-templates.ts';
import { segmentsOf } from './segments.ts';
import { type Written, writeLetter } from './write-letter.ts';

/** One message with its HTML, its text and the log of its attempts. */
export const readMailbox = (templates: Templates) =>
  publicCall(route, async ({ app, caller, params }) =>
    lookIntoMailbox({ app, caller }, async (read, tenantId) => {
      let messages = selectMessages(read).where('message.id', '=', params.id);
      if (tenantId) messages = messages.where('message.organisation_id', '=', tenantId);
      const row = found(await messages.executeTakeFirst());
      const attempts = await read.db
        .selectFrom('attempt')
        .select(['number', 'started_at', 'ended_at', 'outcome', 'detail'])
        .where('organisation_id', '=', row.organisation_id)
        .where('message_id', '=', row.id)
        .orderBy('number')
        .execute();
      // An open mailbox stands for everyone's; an admin's look must not become the power to log in as others.
      const tokens = isOpen(app) ? 'shown' : 'hidden';
      const own = (await inOwnWords(read, templates, [row]))(row);
      const written = writeLetter(app, own, row, organisationOf(row), tokens);
      return {
        ...presentMessage(app, own, row),
        ...shownAs(row.channel, written),
        attempt_log: attempts,
      };
    }),
  );

// A text is all there is of it; only for SMS do carriers count segments.
function shownAs(channel: ChannelName, { html, text, short, calendar }: Written) {
  if (channel === 'email') return { html, text, segments: null, calendar: calendar?.() ?? null };
  const segments = channel === 'sms' ? segmentsOf(short) : null;
  return { html: '', text: short, segments, calendar: null };
}
