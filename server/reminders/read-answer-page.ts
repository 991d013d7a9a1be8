import { readAnswerPage as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { read } from '../platform/app.ts';
import { found } from '../platform/problem.ts';
import { answerPage } from './answer-page.ts';
import { findAnswerable } from './find-answerable.ts';
import { getReminder } from './reminder-store.ts';

/** Shows the duty of a reminder and two buttons. Previews and scanners open every link, so it changes nothing. */
export const readAnswerPage = publicCall(route, async ({ app, params }) => {
  const { tenant, reminderId, locale } = await findAnswerable(app, params.token);
  return read(app, tenant, async (view) => {
    const row = found(await getReminder(view, reminderId));
    const language = row.language ?? locale;
    return answerPage({ row, organisationName: tenant.name, language, now: view.now });
  });
});
