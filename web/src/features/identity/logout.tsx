import { Button, Menu } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { logout } from '../../../../contract/identity/logout.ts';
import { endSession } from '../../lib/session.ts';
import { useAction } from '../../lib/use-action.ts';
import { notifyProblem } from '../../ui/notify.ts';

function useLogout() {
  return useAction(logout, {
    refresh: [],
    onSuccess: () => endSession('out'),
    onError: notifyProblem,
  });
}

/** Log out, in the account menu. */
export function LogoutMenuItem() {
  const { t } = useTranslation('identity');
  const action = useLogout();
  return (
    <Menu.Item
      leftSection={<IconLogout size={16} />}
      disabled={action.isPending}
      onClick={() => action.mutate({ body: {} })}
    >
      {t('logOut')}
    </Menu.Item>
  );
}

/** Log out, as a button. */
export function LogoutButton() {
  const { t } = useTranslation('identity');
  const action = useLogout();
  return (
    <Button
      variant="default"
      size="md"
      leftSection={<IconLogout size={18} />}
      loading={action.isPending}
      onClick={() => action.mutate({ body: {} })}
    >
      {t('logOut')}
    </Button>
  );
}
