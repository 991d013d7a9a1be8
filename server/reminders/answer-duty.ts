import { answerDuty as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { forbidden, found, refuseIf } from '../platform/problem.ts';
import { presentOwnDuty } from './present-reminder.ts';
import { whyNotAnswer } from './reminder.ts';
import { lockLatestReminderOf } from './reminder-store.ts';
import { type FindStandIns, takeAnswer } from './take-answer.ts';

/** The holder of a duty says in the app that they’re on it, or can’t. */
export const answerDuty = (findStandIns: FindStandIns) =>
  action(route, async (tx, { params, body: { answer, note = '' } }) => {
    const row = found(await lockLatestReminderOf(tx, params.id));
    if (row.person_id !== tx.by.personId)
      throw forbidden('It is someone else’s duty.', 'not_yours');
    refuseIf(whyNotAnswer(row, tx.now));
    const said = { answer, note, byLink: false };
    return presentOwnDuty(await takeAnswer(tx, findStandIns, row, said), tx.now);
  });
