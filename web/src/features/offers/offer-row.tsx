import { Text } from '@mantine/core';
import type { Static } from 'typebox';
import type { Offer, OfferedShift, OfferState } from '../../../../contract/offers/offer.ts';
import { showDate, showHours, showSpan } from '../../lib/format.ts';
import { Pill, type Tone } from '../../ui/pill.tsx';
import { AnswerOffer } from './answer-offer.tsx';
import classes from './offer-row.module.css';

const looks: Record<OfferState, [word: string, tone: Tone]> = {
  OPEN: ['Open', 'accent'],
  TAKEN: ['Taken, waits for an admin', 'waiting'],
  DONE: ['Done', 'good'],
  DECLINED: ['Declined', 'bad'],
  REFUSED: ['Refused', 'bad'],
  WITHDRAWN: ['Withdrawn', 'plain'],
  EXPIRED: ['Expired', 'plain'],
};

/** One offer: whose shift, to whom or for which, how it stands, and what one may answer. */
export function OfferRow({ offer }: { offer: Offer }) {
  const [word, tone] = looks[offer.state];
  const { shift, exchange_for, to_name, taken_by_name, why_not } = offer;
  return (
    <article
      className={classes.row}
      aria-label={`${offer.offered_by_name}, ${showDate(shift.date)}, ${showSpan(shift)}`}
    >
      <div className={classes.facts}>
        <Text>
          <strong>{offer.offered_by_name}</strong> offers <Times shift={shift} />{' '}
          {exchange_for ? (
            <>
              for {to_name}’s <Times shift={exchange_for} />
            </>
          ) : (
            `to ${to_name ?? 'everyone'}`
          )}
        </Text>
        {offer.message ? <Text className={classes.message}>{offer.message}</Text> : null}
        {taken_by_name ? (
          <Text size="sm" c="dimmed">
            Taken by {taken_by_name}
          </Text>
        ) : null}
        {offer.reason ? <Text size="sm">Declined: “{offer.reason}”</Text> : null}
        {why_not ? (
          <Text size="sm" c="var(--cb-partly)">
            {why_not.detail}
          </Text>
        ) : null}
        <AnswerOffer offer={offer} />
      </div>
      <Pill tone={tone}>{word}</Pill>
    </article>
  );
}

function Times({ shift }: { shift: Static<typeof OfferedShift> }) {
  return (
    <>
      {showDate(shift.date)}, {showSpan(shift)} ({showHours(shift.duration_hours)})
    </>
  );
}
