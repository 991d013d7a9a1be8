import { answerTradeCycle as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import { lockDeal, lockTrade } from './deal.ts';
import { presentCycle } from './present-cycle.ts';
import { reject } from './refuse-trade.ts';
import { agree, approve } from './settle-trade.ts';
import { seesTrade, whyNotAccept, whyNotDecide, whyNotReject } from './trade.ts';

const rules = {
  accept: whyNotAccept,
  reject: whyNotReject,
  approve: whyNotDecide,
  decline: whyNotDecide,
};

/** Someone of a ring says yes or no; the last yes makes it happen, all or nothing. An admin where a rule asks for one. */
export const answerTradeCycle = action(route, async (tx, { params, body }) => {
  const { action: answer, response_message: message = '' } = body;
  const moves = answer === 'accept' || answer === 'approve';
  const deal = found(await (moves ? lockDeal : lockTrade)(tx, params.id, 'CYCLE'));
  if (!seesTrade(tx.by, deal)) throw notFound();
  refuseIf(rules[answer](deal, tx.by));
  if (answer === 'accept') return presentCycle(tx, await agree(tx, deal, message));
  if (answer === 'approve') return presentCycle(tx, await approve(tx, deal));
  return presentCycle(tx, await reject(tx, deal, message, answer === 'decline'));
});
