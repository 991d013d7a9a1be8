import { dutyAnswers } from '../../contract/reminders/reminder.ts';
import { sendAnswer as route } from '../../contract/routes.ts';
import { publicCall } from '../platform/action.ts';
import { write } from '../platform/app.ts';
import { found, invalid } from '../platform/problem.ts';
import { answerPage } from './answer-page.ts';
import { findAnswerable } from './find-answerable.ts';
import { whyNotAnswer } from './reminder.ts';
import { lockReminder } from './reminder-store.ts';
import { type FindStandIns, takeAnswer } from './take-answer.ts';

/** Whoever holds the link in a reminder answers for its duty, without a log-in; once it is dead, nothing happens. */
export const sendAnswer = (findStandIns: FindStandIns) =>
  publicCall(route, async ({ app, params, raw, facts: { requestId } }) => {
    const { tenant, reminderId, locale } = await findAnswerable(app, params.token);
    const said = readForm(raw.body);
    return write(app, tenant, { requestId }, async (tx) => {
      const row = found(await lockReminder(tx, reminderId));
      const isDead = whyNotAnswer(row, tx.now) !== null;
      const after = isDead
        ? row
        : await takeAnswer(tx, findStandIns, row, { ...said, byLink: true });
      const language = row.language ?? locale;
      return answerPage({ row: after, organisationName: tenant.name, language, now: tx.now });
    });
  });

function readForm(body: Buffer) {
  const form = new URLSearchParams(body.toString());
  const answer = dutyAnswers.find((one) => one === form.get('answer'));
  if (!answer) throw invalid({ answer: ['Say yes or no.'] });
  const note = (form.get('note') ?? '').replaceAll('\0', '').toWellFormed().trim().slice(0, 500);
  return { answer, note: answer === 'no' ? note : '' };
}
