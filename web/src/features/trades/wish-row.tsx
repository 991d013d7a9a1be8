import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TradeWish, Wanted } from '../../../../contract/trades/trade-wish.ts';
import { withdrawTradeWish } from '../../../../contract/trades/withdraw-trade-wish.ts';
import { showDate, showTime } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useResources } from '../../lib/use-resources.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Pill } from '../../ui/pill.tsx';
import { refreshed } from './refreshed.ts';
import classes from './trade-row.module.css';
import { useSayTraded } from './traded-reservation.tsx';

/** A wish of mine: what I would give, and what I would take for it. */
export function WishRow({ wish }: { wish: TradeWish }) {
  const { t } = useTranslation('trades');
  const say = useSayTraded();
  const action = useAction(withdrawTradeWish, {
    refresh: refreshed,
    onSuccess: () => notifyDone(t('wish.withdrawn')),
  });
  const wanted = useSayWanted()(wish.wanted);
  return (
    <article className={classes.row} aria-label={t('wish.label', { gives: say(wish.reservation) })}>
      <div className={classes.facts}>
        <Text>{t('wish.what', { gives: say(wish.reservation), wanted })}</Text>
        {wish.status === 'OPEN' ? (
          <Text size="sm" c="dimmed">
            {t('wish.looking')}
          </Text>
        ) : null}
        <FormProblem error={action.error} />
        {wish.can.withdraw ? (
          <div>
            <Button
              variant="default"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: wish.id } })}
            >
              {t('wish.withdraw')}
            </Button>
          </div>
        ) : null}
      </div>
      <Pill tone={wish.status === 'OPEN' ? 'waiting' : 'plain'}>{t(`wish.${wish.status}`)}</Pill>
    </article>
  );
}

function useSayWanted() {
  const { t } = useTranslation('trades');
  const resources = useResources().data ?? [];
  return ({ reservations, resource, from_date, until_date, start_time, end_time }: Wanted) => {
    if (reservations) return t('wanted.chosen', { count: reservations.length });
    const name = resources.find(({ id }) => id === resource)?.name;
    const parts = [
      name ? t('wanted.of', { name }) : t('wanted.any'),
      from_date ? t('wanted.from', { date: showDate(from_date) }) : '',
      until_date ? t('wanted.until', { date: showDate(until_date) }) : '',
      start_time ? t('wanted.after', { time: showTime(start_time) }) : '',
      end_time ? t('wanted.before', { time: showTime(end_time) }) : '',
    ];
    return parts.filter(Boolean).join(', ');
  };
}
