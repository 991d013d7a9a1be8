import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { isLoggedIn, requirePermission } from './guards.ts';
import { appRoute, doorRoute } from './layouts.tsx';
import { text } from './search.ts';

const app = () => appRoute;

/** The pages of the directory, and of when someone can be on. */
export const peopleRoutes = [
  createRoute({
    getParentRoute: app,
    path: '/people',
    beforeLoad: () => requirePermission('person.read'),
    component: lazyRouteComponent(
      () => import('../features/identity/list-people.tsx'),
      'PeoplePage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/people/invitations',
    beforeLoad: () => requirePermission('person.add'),
    component: lazyRouteComponent(
      () => import('../features/people/list-invitations.tsx'),
      'InvitationsPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/people/import',
    beforeLoad: () => requirePermission('person.add'),
    component: lazyRouteComponent(
      () => import('../features/people/import-people.tsx'),
      'ImportPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/people/absences',
    beforeLoad: () => requirePermission('person.change'),
    component: lazyRouteComponent(
      () => import('../features/people/list-absences.tsx'),
      'AbsencesPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/people/$id',
    beforeLoad: () => requirePermission('person.read'),
    component: lazyRouteComponent(() => import('../features/people/read-person.tsx'), 'PersonPage'),
  }),
  createRoute({
    getParentRoute: app,
    path: '/availability',
    component: lazyRouteComponent(
      () => import('../features/people/my-availability.tsx'),
      'AvailabilityPage',
    ),
  }),
] as const;

/** Where the link of an invitation leads, logged in or not. */
export const inviteRoute = createRoute({
  getParentRoute: () => doorRoute,
  path: '/invite',
  validateSearch: (search) => ({ token: text(search.token) }),
  // Who is logged in is asked first: they are asked whether it is theirs.
  beforeLoad: async () => ({ loggedIn: await isLoggedIn() }),
  component: lazyRouteComponent(
    () => import('../features/people/accept-invitation.tsx'),
    'InvitePage',
  ),
});

/** Where the link of a mail to a new address leads. */
export const confirmEmailRoute = createRoute({
  getParentRoute: () => doorRoute,
  path: '/confirm-email',
  validateSearch: (search) => ({ token: text(search.token) }),
  component: lazyRouteComponent(
    () => import('../features/identity/confirm-email.tsx'),
    'ConfirmEmailPage',
  ),
});
