import { Avatar, Group, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBell, IconChevronUp, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LogoutMenuItem } from '../features/identity/logout.tsx';
import { showRole } from '../lib/show-role.ts';
import { useMe } from '../lib/use-me.ts';
import classes from './shell.module.css';
import { ThemeSwitch } from './theme-switch.tsx';

/** Who I am, where, how it looks, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation('app');
  const me = useMe();
  return (
    <Menu width={240} position="top-start" shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.account}>
          <VisuallyHidden>{t('accountMenu')} </VisuallyHidden>
          <Group gap="sm" wrap="nowrap">
            <Avatar name={me.full_name} color="cobalt" size="sm" />
            <div className={classes.accountName}>
              <Text size="sm" fw={550} truncate>
                {me.full_name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {me.organisation.name}
              </Text>
            </div>
            <IconChevronUp size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label style={{ overflowWrap: 'anywhere' }}>
          {me.email} · {showRole(me)}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={16} />}
          renderRoot={(props) => <Link {...props} to="/account" />}
        >
          {t('account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBell size={16} />}
          renderRoot={(props) => <Link {...props} to="/notification-preferences" />}
        >
          {t('notificationPreferences')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('theme.is')}</Menu.Label>
        <ThemeSwitch />
        <Menu.Divider />
        <LogoutMenuItem />
      </Menu.Dropdown>
    </Menu>
  );
}
