import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBuildingCommunity, IconCheck, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { switchOrganisation } from '../../lib/chosen-organisation.ts';
import { useMe } from '../../lib/use-me.ts';
import classes from './switch-organisation.module.css';

/** Where I am, and the way into another organisation of mine. */
export function SwitchOrganisation() {
  const { t } = useTranslation('organisations');
  const { organisation, organisations } = useMe();
  return (
    <Menu width={240} position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <VisuallyHidden>{t('systemsOf')} </VisuallyHidden>
          <Text size="sm" fw={550} truncate flex={1}>
            {organisation.name}
          </Text>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {organisations.length > 1
          ? organisations.map(({ id, name }) => (
              <Menu.Item
                key={id}
                aria-current={id === organisation.id || undefined}
                rightSection={id === organisation.id ? <IconCheck size={16} aria-hidden /> : null}
                onClick={() => {
                  if (id !== organisation.id) switchOrganisation(id);
                }}
              >
                {name}
              </Menu.Item>
            ))
          : null}
        {organisations.length > 1 ? <Menu.Divider /> : null}
        <Menu.Item
          leftSection={<IconBuildingCommunity size={16} />}
          renderRoot={(props) => <Link {...props} to="/organisations" />}
        >
          {t('yourOrganisations')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
