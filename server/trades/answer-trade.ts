import type { Input } from '../../contract/platform/route.ts';
import { answerTrade as route } from '../../contract/routes.ts';
import { action } from '../platform/action.ts';
import { found, notFound, refuseIf } from '../platform/problem.ts';
import type { ActorTx } from '../platform/scope.ts';
import { type Deal, lockDeal, lockTrade } from './deal.ts';
import { presentTrade } from './present-trade.ts';
import { cancel, reject } from './refuse-trade.ts';
import { agree, approve } from './settle-trade.ts';
import { seesTrade, whyNotAccept, whyNotCancel, whyNotDecide, whyNotReject } from './trade.ts';

type Answer = Input<typeof route>['body']['action'];

const rules = {
  accept: whyNotAccept,
  reject: whyNotReject,
  cancel: whyNotCancel,
  approve: whyNotDecide,
  decline: whyNotDecide,
} satisfies Record<Answer, typeof whyNotAccept>;

/** Who was asked says yes or no, who asked takes it back, an admin decides where a rule asks for one. */
export const answerTrade = action(route, async (tx, { params, body }) => {
  const { action: answer, response_message: message = '' } = body;
  const moves = answer === 'accept' || answer === 'approve';
  const lock = moves ? lockDeal : lockTrade;
  const deal = found(await lock(tx, params.id, 'PAIR'));
  if (!seesTrade(tx.by, deal)) throw notFound();
  refuseIf(rules[answer](deal, tx.by));
  return presentTrade(tx, await answered(tx, deal, answer, message));
});

function answered(tx: ActorTx, deal: Deal, answer: Answer, message: string): Promise<Deal> {
  switch (answer) {
    case 'accept':
      return agree(tx, deal, message);
    case 'approve':
      return approve(tx, deal);
    case 'cancel':
      return cancel(tx, deal);
    default:
      return reject(tx, deal, message, answer === 'decline');
  }
}
