import { Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { Static } from 'typebox';
import type { Offer, OfferedShift, OfferState } from '../../../../contract/offers/offer.ts';
import { joined, showDate, showHours, showSpan } from '../../lib/format.ts';
import { sayWhyNot } from '../../lib/say-problem.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { AnswerOffer } from './answer-offer.tsx';
import classes from './offer-row.module.css';

const tones: Record<OfferState, Tone> = {
  OPEN: 'accent',
  TAKEN: 'waiting',
  DONE: 'good',
  DECLINED: 'bad',
  REFUSED: 'bad',
  WITHDRAWN: 'plain',
  EXPIRED: 'plain',
};

type OfferProps = { offer: Offer };

/** One offer: whose shift, to whom or for which, how it stands, and what one may answer. */
export function OfferRow({ offer }: OfferProps) {
  const { t } = useTranslation('offers');
  const { shift, taken_by_name, why_not } = offer;
  return (
    <article
      className={classes.row}
      aria-label={joined(offer.offered_by_name, showDate(shift.date), showSpan(shift))}
    >
      <div className={classes.facts}>
        <Text>
          <WhatIsOffered offer={offer} />
        </Text>
        {offer.message ? (
          <Text className={classes.message}>
            <bdi>{offer.message}</bdi>
          </Text>
        ) : null}
        {taken_by_name ? (
          <Text size="sm" c="dimmed">
            {t('takenBy', { name: taken_by_name })}
          </Text>
        ) : null}
        {offer.reason ? <Text size="sm">{t('declinedWhy', { reason: offer.reason })}</Text> : null}
        {why_not ? (
          <Text size="sm" c="var(--cb-partly)">
            {sayWhyNot(why_not)}
          </Text>
        ) : null}
        <AnswerOffer offer={offer} />
      </div>
      <Pill tone={tones[offer.state]}>{t(`state.${offer.state}`)}</Pill>
    </article>
  );
}

function WhatIsOffered({ offer: { offered_by_name, shift, exchange_for, to_name } }: OfferProps) {
  const { t } = useTranslation('offers');
  const offered = { name: <strong>{offered_by_name}</strong>, shift: <Times shift={shift} /> };
  const to = <>{to_name}</>;
  if (exchange_for) {
    return (
      <Trans
        t={t}
        i18nKey="offersExchange"
        components={{ ...offered, to, other: <Times shift={exchange_for} /> }}
      />
    );
  }
  if (!to_name) return <Trans t={t} i18nKey="offersEveryone" components={offered} />;
  return <Trans t={t} i18nKey="offersTo" components={{ ...offered, to }} />;
}

function Times({ shift }: { shift: Static<typeof OfferedShift> }) {
  return (
    <>
      {joined(showDate(shift.date), showSpan(shift))} ({showHours(shift.duration_hours)})
    </>
  );
}
