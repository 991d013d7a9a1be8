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

const overlays = ['ask', 'shift', 'feed', 'book', 'reservation'] as const;
type Overlays = Partial<Record<(typeof overlays)[number], string | undefined>>;

/** Pages of the app: a log-in is needed. The overlays are dialogs over any page. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  validateSearch: (search): Overlays =>
    Object.fromEntries(overlays.map((overlay) => [overlay, text(search[overlay])])),
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
