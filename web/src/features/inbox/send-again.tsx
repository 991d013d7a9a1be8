import { Button, Stack, Text } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../../contract/inbox/delivery.ts';
import { sendAgain } from '../../../../contract/inbox/send-again.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMay } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Has a message sent once more; to who got it already that is said before. */
export function SendAgain({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation(['inbox', 'ui']);
  const mayDo = useMay('delivery.send_again');
  const action = useAction(sendAgain, {
    refresh: ['inbox', 'journal'],
    onSuccess: ({ to }) => notifyDone(t('goesOutAgain', { to })),
  });
  if (!mayDo || !delivery.can.send_again) return null;
  const isThere = !['failed', 'bounced'].includes(delivery.status);
  return (
    <Stack gap="xs" align="flex-start">
      <FormProblem error={action.error} fields={[]} />
      {isThere ? <Text size="sm">{t('isThereAlready')}</Text> : null}
      <Button
        leftSection={<IconSend size={16} aria-hidden />}
        variant={isThere ? 'default' : 'filled'}
        loading={action.isPending}
        onClick={() => action.mutate({ params: { id: delivery.id } })}
      >
        {t('ui:sendAgain')}
      </Button>
    </Stack>
  );
}
