import { Text } from '@mantine/core';
import { IconCheck, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answerTradeCycle } from '../../../../contract/trades/answer-trade-cycle.ts';
import type { TradeCycle } from '../../../../contract/trades/trade-cycle.ts';
import { useAction } from '../../lib/use-action.ts';
import { AnswerButtons } from './answer-buttons.tsx';
import { refreshed } from './refreshed.ts';
import classes from './trade-row.module.css';
import { Why } from './trade-row.tsx';
import { TradeStatusPill } from './trade-status-pill.tsx';
import { Exchange, useSayTraded } from './traded-reservation.tsx';

/** A ring: each gives theirs and gets the next one's, all or none. */
export function CycleRow({ cycle }: { cycle: TradeCycle }) {
  const { t } = useTranslation('trades');
  const say = useSayTraded();
  const mine = cycle.legs.find((leg) => leg.mine);
  const answer = useAction(answerTradeCycle, { refresh: refreshed });
  return (
    <article
      className={classes.row}
      aria-label={
        mine
          ? t('row', { gives: say(mine.gives), gets: say(mine.gets) })
          : t('ring', { count: cycle.legs.length })
      }
    >
      <div className={classes.facts}>
        <Text>{t('ring', { count: cycle.legs.length })}</Text>
        {mine ? <Exchange gives={mine.gives} gets={mine.gets} /> : null}
        <ol className={classes.ring} aria-label={t('ringLabel')}>
          {cycle.legs.map((leg, index) => (
            <li key={leg.gives.id} className={classes.leg} data-mine={leg.mine || undefined}>
              <span>
                {t('leg', {
                  who: leg.mine
                    ? t('you')
                    : (leg.person_name ?? t('person', { number: index + 1 })),
                  gives: say(leg.gives),
                  gets: say(leg.gets),
                })}
              </span>
              <Accepted accepted={leg.accepted} />
            </li>
          ))}
        </ol>
        <Why
          of={{ ...cycle, waits_for: cycle.waits_for === 'admin' ? 'admin' : null }}
          starts={cycle.legs.map(({ gives }) => gives.starts_at)}
        />
        <AnswerButtons
          can={cycle.can}
          error={answer.error}
          isPending={answer.isPending}
          onAnswer={(action, response_message) =>
            answer.mutateAsync({
              params: { id: cycle.id },
              body: {
                // A ring is not anyone's to cancel: who is in it says no.
                action: action === 'cancel' ? 'reject' : action,
                ...(response_message ? { response_message } : {}),
              },
            })
          }
        />
      </div>
      <TradeStatusPill status={cycle.status} waitsFor={cycle.waits_for} />
    </article>
  );
}

function Accepted({ accepted }: { accepted: boolean }) {
  const { t } = useTranslation('trades');
  const Icon = accepted ? IconCheck : IconHourglass;
  return (
    <Text component="span" size="xs" c="dimmed">
      <Icon size={12} aria-hidden /> {accepted ? t('accepted') : t('notYet')}
    </Text>
  );
}
