import { Stack } from '@mantine/core';
import { Page } from '../../ui/page.tsx';
import { ChangePassword } from './change-password.tsx';
import { ListApiKeys } from './list-api-keys.tsx';
import { ListSessions } from './list-sessions.tsx';
import { ReadSecondFactor } from './read-second-factor.tsx';

/** What guards my account: password, second factor, sessions, API keys. */
export function SecurityPage() {
  return (
    <Page
      title="Security"
      description="What guards your account, and where it is open."
      back={{ to: '/account', label: 'Account' }}
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
