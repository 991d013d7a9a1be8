import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerTrade } from '../../../../contract/trades/answer-trade.ts';
import type { Trade } from '../../../../contract/trades/trade.ts';
import { ProblemError, sentenceOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { ApprovalReasons } from '../../ui/approval-reasons.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { refreshed } from './refreshed.ts';
import classes from './trade-row.module.css';
import { TradeStatusPill } from './trade-status-pill.tsx';
import { Exchange, useSayTraded } from './traded-reservation.tsx';

/** A trade of two: who gives what and gets what, how it stands, and what one may answer. */
export function TradeRow({ trade }: { trade: Trade }) {
  const { t } = useTranslation('trades');
  const say = useSayTraded();
  const sent = trade.direction === 'sent';
  const [gives, gets] = sent
    ? [trade.requester_reservation, trade.target_reservation]
    : [trade.target_reservation, trade.requester_reservation];
  const answer = useAction(answerTrade, { refresh: refreshed });
  const params = { id: trade.id };
  return (
    <article className={classes.row} aria-label={t('row', { gives: say(gives), gets: say(gets) })}>
      <div className={classes.facts}>
        <Text>{sayWho(trade, t)}</Text>
        {trade.direction === 'other' ? (
          <Exchange
            gives={trade.requester_reservation}
            gets={trade.target_reservation}
            giver={trade.requester_name}
          />
        ) : (
          <Exchange gives={gives} gets={gets} />
        )}
        <Said text={trade.message} />
        <Why of={trade} starts={[gives.starts_at, gets.starts_at]} />
        <AnswerButtons
          can={trade.can}
          error={answer.error}
          isPending={answer.isPending}
          onAnswer={(action, response_message) =>
            answer.mutateAsync({
              params,
              body: { action, ...(response_message ? { response_message } : {}) },
            })
          }
        />
      </div>
      <TradeStatusPill status={trade.status} waitsFor={trade.waits_for} />
    </article>
  );
}

type T = ReturnType<typeof useTranslation<'trades'>>['t'];

function sayWho(trade: Trade, t: T): string {
  if (trade.direction === 'sent') {
    return trade.target_name ? t('who.askedName', { name: trade.target_name }) : t('who.asked');
  }
  if (trade.direction === 'received') return t('who.asks', { name: trade.requester_name });
  return t('who.others', { name: trade.requester_name });
}

/** What was written with it, as a quotation. */
export function Said({ text }: { text: string }) {
  return text ? <Text className={classes.message}>{text}</Text> : null;
}

type Ended = Pick<
  Trade,
  'status' | 'response_message' | 'waits_for' | 'approval_reasons' | 'closed_at' | 'why_not'
>;

/** Why it ended, why an admin decides, or what stands in the way. */
export function Why({ of, starts }: { of: Ended; starts: readonly string[] }) {
  const { t } = useTranslation('trades');
  const { status, response_message, waits_for, approval_reasons, closed_at, why_not } = of;
  const began = starts.some((start) => Date.parse(start) <= Date.parse(closed_at ?? ''));
  return (
    <>
      {status === 'EXPIRED' ? (
        <Text size="sm">{began ? t('why.began') : t('why.changed')}</Text>
      ) : null}
      {response_message ? (
        <Text size="sm">{t('why.answer', { text: response_message })}</Text>
      ) : null}
      {status === 'PENDING' && waits_for === 'admin' ? (
        <ApprovalReasons reasons={approval_reasons} dimmed />
      ) : null}
      {why_not ? (
        <Text size="sm" c="var(--cb-partly)">
          {sentenceOf(new ProblemError(409, why_not))}
        </Text>
      ) : null}
    </>
  );
}
