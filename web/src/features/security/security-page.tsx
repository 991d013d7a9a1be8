import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page.tsx';
import { ChangePassword } from './change-password.tsx';
import { ListApiKeys } from './list-api-keys.tsx';
import { ListSessions } from './list-sessions.tsx';
import { ReadSecondFactor } from './read-second-factor.tsx';

/** What guards my account: password, second factor, sessions, API keys. */
export function SecurityPage() {
  const { t } = useTranslation('security');
  return (
    <Page
      title={t('security')}
      description={t('whatGuardsYourAccount')}
      back={{ to: '/account', label: t('account') }}
      narrow
    >
      <Stack gap="lg">
        <ChangePassword />
        <ReadSecondFactor />
        <ListSessions />
        <ListApiKeys />
      </Stack>
    </Page>
  );
}
