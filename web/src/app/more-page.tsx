import { NavLink, Stack, Text, Title } from '@mantine/core';
import { IconBuildingCommunity, IconChevronRight, IconUser } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LogoutButton } from '../features/identity/logout.tsx';
import { useMe } from '../lib/use-me.ts';
import { Page } from '../ui/page.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { useMoreGroups } from './use-places.ts';

/** On a phone: every place that has no tab, the account and the theme. */
export function MorePage() {
  const { t } = useTranslation('app');
  const me = useMe();
  return (
    <Page title={t('more')} narrow>
      <Stack gap="lg">
        <Text c="dimmed">
          {me.full_name} · {me.organisation.name}
        </Text>
        <nav aria-label={t('morePlaces')}>
          {useMoreGroups().map(({ name, places }) => (
            <div key={name}>
              <Title order={2} fz="sm" c="dimmed" mt="md" mb={4} px="sm">
                {t(`group.${name}`)}
              </Title>
              {places.map(({ to, icon: Icon }) => (
                <NavLink
                  key={to}
                  label={t(`place.${to}`)}
                  mih={48}
                  leftSection={<Icon size={20} stroke={1.75} aria-hidden />}
                  rightSection={<IconChevronRight size={16} aria-hidden className="flips" />}
                  renderRoot={(props) => <Link {...props} to={to} />}
                />
              ))}
            </div>
          ))}
          <Title order={2} fz="sm" c="dimmed" mt="md" mb={4} px="sm">
            {t('you')}
          </Title>
          <NavLink
            label={t('yourOrganisations')}
            mih={48}
            leftSection={<IconBuildingCommunity size={20} stroke={1.75} aria-hidden />}
            rightSection={<IconChevronRight size={16} aria-hidden className="flips" />}
            renderRoot={(props) => <Link {...props} to="/organisations" />}
          />
          <NavLink
            label={t('account')}
            mih={48}
            leftSection={<IconUser size={20} stroke={1.75} aria-hidden />}
            rightSection={<IconChevronRight size={16} aria-hidden className="flips" />}
            renderRoot={(props) => <Link {...props} to="/account" />}
          />
        </nav>
        <ThemeSwitch />
        <LogoutButton />
      </Stack>
    </Page>
  );
}
