import { Button } from '@mantine/core';
import { IconLink, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { makeFeed } from '../../../../contract/calendar/make-feed.ts';
import type { Answer } from '../../../../contract/platform/route.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { AfterAsking } from './after-asking.tsx';

type MakeFeedProps = { exists: boolean; onMade: (made: Answer<typeof makeFeed>) => void };

/** Makes the secret address, or after a word about the old one a new one. */
export function MakeFeed({ exists, onMade }: MakeFeedProps) {
  const { t } = useTranslation('calendar');
  const action = useAction(makeFeed, { onSuccess: onMade, refresh: ['calendar', 'journal'] });
  const make = () => action.mutate({});
  return (
    <>
      <FormProblem error={action.error} />
      {exists ? (
        <AfterAsking
          label={t('makeNewAddress')}
          icon={<IconRefresh size={16} />}
          question={t('newAddressMeans')}
          yes={t('makeTheNew')}
          busy={action.isPending}
          onYes={make}
        />
      ) : (
        <Button
          size="md"
          leftSection={<IconLink size={18} />}
          loading={action.isPending}
          onClick={make}
          data-autofocus
        >
          {t('makeTheAddress')}
        </Button>
      )}
    </>
  );
}
