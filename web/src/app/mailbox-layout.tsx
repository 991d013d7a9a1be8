import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { MailboxPage } from '../features/inbox/list-mailbox.tsx';
import { meQuery } from '../lib/use-me.ts';
import { LoadingPage } from './loading-page.tsx';
import classes from './mailbox-layout.module.css';
import { AppShell } from './shell.tsx';

const route = getRouteApi('/mailbox');

/** The mailbox stands in the app for who is logged in, and alone for who is not. */
export function MailboxLayout() {
  const { loggedIn } = route.useRouteContext();
  const { message } = route.useSearch();
  const page = <MailboxPage message={message} alone={!loggedIn} />;
  const me = useQuery({ ...meQuery, enabled: loggedIn }).data;
  if (!loggedIn)
    return (
      <main id="main" className={classes.alone}>
        {page}
      </main>
    );
  if (!me) return <LoadingPage />;
  return (
    <Suspense fallback={<LoadingPage />}>
      <AppShell>{page}</AppShell>
    </Suspense>
  );
}
