import { NavLink, Stack, Text } from '@mantine/core';
import { IconBuildingCommunity, IconChevronRight, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { LogoutButton } from '../features/identity/logout.tsx';
import { useMe } from '../lib/use-me.ts';
import { Page } from '../ui/page.tsx';
import { usePlaces } from './navigation.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** On a phone: every place that has no tab, the account and the theme. */
export function MorePage() {
  const me = useMe();
  return (
    <Page title="More" narrow>
      <Stack gap="lg">
        <Text c="dimmed">
          {me.full_name} · {me.organisation.name}
        </Text>
        <nav aria-label="More places">
          {usePlaces()
            .slice(4)
            .map(({ to, label, icon: Icon }) => (
              <NavLink
                key={to}
                label={label}
                mih={48}
                leftSection={<Icon size={20} stroke={1.75} aria-hidden />}
                rightSection={<IconChevronRight size={16} aria-hidden />}
                renderRoot={(props) => <Link {...props} to={to} />}
              />
            ))}
          <NavLink
            label="Your organisations"
            mih={48}
            leftSection={<IconBuildingCommunity size={20} stroke={1.75} aria-hidden />}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/organisations" />}
          />
          <NavLink
            label="Account"
            mih={48}
            leftSection={<IconUser size={20} stroke={1.75} aria-hidden />}
            rightSection={<IconChevronRight size={16} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/account" />}
          />
        </nav>
        <ThemeSwitch />
        <LogoutButton />
      </Stack>
    </Page>
  );
}
