import { Group, Text } from '@mantine/core';
import { Link, Outlet, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ResendVerification } from '../features/identity/resend-verification.tsx';
import { Bell } from '../features/notifications/count-unread.tsx';
import { SwitchOrganisation } from '../features/organisations/switch-organisation.tsx';
import { usePhone } from '../ui/use-phone.ts';
import { AccountMenu } from './account-menu.tsx';
import { LiveMark } from './live-mark.tsx';
import { useLiveUpdates } from './live-updates.tsx';
import { Logo } from './logo.tsx';
import { BottomTabs, Sidebar } from './navigation.tsx';
import classes from './shell.module.css';

const AskShift = lazy(async () => ({
  default: (await import('../features/rota/ask-shift.tsx')).AskShift,
}));
const ReadFeed = lazy(async () => ({
  default: (await import('../features/calendar/read-feed.tsx')).ReadFeed,
}));
const MakeReservation = lazy(async () => ({
  default: (await import('../features/booking/make-reservation.tsx')).MakeReservation,
}));
const ReadReservation = lazy(async () => ({
  default: (await import('../features/booking/read-reservation.tsx')).ReadReservation,
}));
const ReadShift = lazy(async () => ({
  default: (await import('../features/rota/read-shift.tsx')).ReadShift,
}));

/** What stands around every page of the app: navigation, account, live state, dialogs. */
export function AppShell({ children = <Outlet /> }: { children?: React.ReactNode }) {
  const { t } = useTranslation('app');
  const live = useLiveUpdates();
  const phone = usePhone();
  const search = useSearch({ strict: false });
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <aside className={classes.side}>
        <div className={classes.top}>
          <Brand />
          {phone ? null : <Bell />}
        </div>
        <SwitchOrganisation />
        <Sidebar />
        <LiveMark state={live} />
        <AccountMenu />
      </aside>
      <div className={classes.page}>
        {phone ? (
          <header className={classes.top}>
            <Brand />
            <Bell />
          </header>
        ) : null}
        <ResendVerification />
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      <BottomTabs live={live} />
      <Suspense>
        {search.ask ? <AskShift ask={search.ask} key={search.ask} /> : null}
        {search.shift ? <ReadShift id={search.shift} /> : null}
        {search.feed ? <ReadFeed /> : null}
        {search.book ? <MakeReservation book={search.book} key={search.book} /> : null}
        {search.reservation ? (
          <ReadReservation id={search.reservation} key={search.reservation} />
        ) : null}
      </Suspense>
    </div>
  );
}

function Brand() {
  return (
    <Link to="/calendar" className={classes.brand}>
      <Group gap="xs" wrap="nowrap">
        <Logo />
        <Text fw={650}>Callboard</Text>
      </Group>
    </Link>
  );
}
