import { Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TradedReservation } from '../../../../contract/trades/trade.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import classes from './trade-row.module.css';

/** A reservation that would change hands, in one line. */
export function useSayTraded() {
  const { t } = useTranslation('trades');
  return (one: Pick<TradedReservation, 'resource_name' | 'date' | 'start_time' | 'end_time'>) =>
    t('one', { resource: one.resource_name, date: showDate(one.date), span: showSpan(one) });
}

type ExchangeProps = {
  gives: TradedReservation;
  gets: TradedReservation;
  /** Who gives and gets, where it is not me. */
  giver?: string;
};

/** What someone gives and what they get for it, side by side. */
export function Exchange({ gives, gets, giver }: ExchangeProps) {
  const { t } = useTranslation('trades');
  const of = giver ? { name: giver } : undefined;
  return (
    <div className={classes.exchange}>
      <Tile label={of ? t('gives', of) : t('youGive')} one={gives} />
      <IconArrowsExchange size={18} aria-hidden />
      <Tile label={of ? t('gets', of) : t('youGet')} one={gets} gets />
    </div>
  );
}

type TileProps = { label: string; one: TradedReservation; gets?: boolean };

function Tile({ label, one, gets = false }: TileProps) {
  return (
    <div className={classes.tile} data-gets={gets || undefined}>
      <span className={classes.label}>{label}</span>
      <Text component="span" size="sm" fw={600}>
        {showDate(one.date)}, <span className={classes.times}>{showSpan(one)}</span>
      </Text>
      <span>{one.resource_name}</span>
    </div>
  );
}
