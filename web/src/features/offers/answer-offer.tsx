import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approveOffer } from '../../../../contract/offers/approve-offer.ts';
import type { Offer } from '../../../../contract/offers/offer.ts';
import { refuseOffer } from '../../../../contract/offers/refuse-offer.ts';
import { takeOffer } from '../../../../contract/offers/take-offer.ts';
import { withdrawOffer } from '../../../../contract/offers/withdraw-offer.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { DeclineOffer } from './decline-offer.tsx';
import { refreshed } from './refreshed.ts';

/** What one may answer to an offer now; the rest is not shown. */
export function AnswerOffer({ offer }: { offer: Offer }) {
  const { t } = useTranslation('offers');
  const [declining, setDeclining] = useState(false);
  const { can, id } = offer;
  const answer = (said: string) => ({ refresh: refreshed, onSuccess: () => notifyDone(said) });
  const take = useAction(takeOffer, {
    refresh: refreshed,
    onSuccess: ({ state }) => notifyDone(state === 'DONE' ? t('isYours') : t('takenWaits')),
  });
  const taken = offer.state === 'TAKEN';
  const refuse = useAction(refuseOffer, answer(taken ? t('givenBack') : t('refusedIt')));
  const withdraw = useAction(withdrawOffer, answer(t('withdrawnIt')));
  const approve = useAction(approveOffer, answer(t('changedHands')));
  const error = take.error ?? refuse.error ?? withdraw.error ?? approve.error;
  const overtime = offer.why_not?.code === 'overtime';
  if (!Object.values(can).some(Boolean)) return null;
  return (
    <>
      <FormProblem error={error} />
      <Group gap="xs">
        {can.take ? (
          <Button loading={take.isPending} onClick={() => take.mutate({ params: { id } })}>
            {t('takeIt')}
          </Button>
        ) : null}
        {can.approve ? (
          <Button
            loading={approve.isPending}
            onClick={() =>
              approve.mutate({ params: { id }, body: overtime ? { override_overtime: true } : {} })
            }
          >
            {overtime ? t('approveWithOvertime') : t('approve')}
          </Button>
        ) : null}
        {can.decline ? (
          <Button variant="default" onClick={() => setDeclining(true)}>
            {t('decline')}
          </Button>
        ) : null}
        {can.refuse ? (
          <Button
            variant="default"
            loading={refuse.isPending}
            onClick={() => refuse.mutate({ params: { id } })}
          >
            {taken ? t('giveItBack') : t('refuse')}
          </Button>
        ) : null}
        {can.withdraw ? (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { id } })}
          >
            {t('withdraw')}
          </Button>
        ) : null}
      </Group>
      <DeclineOffer id={id} opened={declining} onClose={() => setDeclining(false)} />
    </>
  );
}
