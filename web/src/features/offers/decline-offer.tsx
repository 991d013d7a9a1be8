import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declineOffer } from '../../../../contract/offers/decline-offer.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { refreshed } from './refreshed.ts';

type DeclineOfferProps = { id: string; opened: boolean; onClose: () => void };

/** An admin declines a taken offer; both people read the reason. */
export function DeclineOffer({ id, opened, onClose }: DeclineOfferProps) {
  const { t } = useTranslation(['offers', 'ui']);
  const [reason, setReason] = useState('');
  const action = useAction(declineOffer, {
    refresh: refreshed,
    onSuccess: () => {
      notifyDone(t('declinedBoth'));
      onClose();
    },
  });
  return (
    <Sheet title={t('declineTheOffer')} opened={opened} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.mutate({ params: { id }, body: { reason: reason.trim() } });
        }}
      >
        <Stack>
          <FormProblem error={action.error} fields={['reason']} />
          <Textarea
            label={t('ui:reason')}
            description={t('bothRead')}
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fieldErrorsOf(action.error).reason}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:back')}
            </Button>
            <Button type="submit" color="red" loading={action.isPending} disabled={!reason.trim()}>
              {t('decline')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
