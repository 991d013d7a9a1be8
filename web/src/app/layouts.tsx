import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Door } from './door.tsx';
import { ErrorPage } from './error-page.tsx';
import { requireSession } from './guards.ts';
import { LoadingPage } from './loading-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { text } from './search.ts';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
  pendingComponent: LoadingPage,
});

/** Pages of the app: a log-in is needed. `ask`, `shift` and `feed` open dialogs over any page. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  validateSearch: (search): Partial<Record<'ask' | 'shift' | 'feed', string | undefined>> => ({
    ask: text(search.ask),
    shift: text(search.shift),
    feed: text(search.feed),
  }),
  beforeLoad: ({ location }) => requireSession(location),
  component: lazyRouteComponent(() => import('./shell.tsx'), 'AppShell'),
  pendingComponent: LoadingPage,
  errorComponent: ErrorPage,
});

/** Pages at the door: log-in, registration, links from mails. */
export const doorRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'door',
  component: Door,
  errorComponent: ErrorPage,
});
