import { Group, Text } from '@mantine/core';
import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LanguagePicker } from '../ui/language-picker.tsx';
import classes from './door.module.css';
import { Logo } from './logo.tsx';

/** What stands around the pages at the door. */
export function Door() {
  const { t } = useTranslation('app');
  return (
    <div className={classes.door}>
      <header className={classes.header}>
        <Link to="/" className={classes.brand}>
          <Group gap="sm">
            <Logo size={32} />
            <Text fw={650} fz="lg">
              Callboard
            </Text>
          </Group>
        </Link>
      </header>
      <main className={classes.card} id="main">
        <Outlet />
      </main>
      <footer className={classes.footer}>
        <span>{t('motto')}</span>
        <LanguagePicker />
      </footer>
    </div>
  );
}
