import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/use-me.ts';
import { Page } from '../../ui/page.tsx';
import { ListAbsences } from './list-absences.tsx';
import { SetAvailability } from './set-availability.tsx';

/** When I can be on, when not, and when I am away. */
export function AvailabilityPage() {
  const { t } = useTranslation('people');
  const me = useMe();
  return (
    <Page
      title={t('availability')}
      description={t('whenYouCanBe')}
      back={{ to: '/account', label: t('account') }}
      narrow
    >
      <Stack gap="lg">
        <ListAbsences person={me.id} />
        <SetAvailability person={me.id} />
      </Stack>
    </Page>
  );
}
