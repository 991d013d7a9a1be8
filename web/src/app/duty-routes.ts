import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { requirePermission } from './guards.ts';
import { appRoute, doorRoute } from './layouts.tsx';
import { text } from './search.ts';

const app = () => appRoute;

/** Which reminders are shown, and which of them is read. */
type RemindersSearch = { view?: string | undefined; reminder?: string | undefined };

/** Which sign-ups are shown, and which of them is read. */
type RegistrationsSearch = Partial<
  Record<'state' | 'roster' | 'auditions' | 'search' | 'registration', string | undefined>
>;

/** The pages of duties: rosters and their grids, what has to be done, what was unlocked. */
export const dutyRoutes = [
  createRoute({
    getParentRoute: app,
    path: '/duty',
    beforeLoad: () => {
      throw redirect({ to: '/duty/rosters' });
    },
  }),
  // As letters have it.
  createRoute({
    getParentRoute: app,
    path: '/duty/$id',
    beforeLoad: ({ params }) => {
      throw redirect({ to: '/duty/rosters/$id', params });
    },
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/rosters',
    beforeLoad: () => requirePermission('roster.read'),
    component: lazyRouteComponent(() => import('../features/duty/list-rosters.tsx'), 'RostersPage'),
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/rosters/$id',
    validateSearch: (search): { as_of?: string | undefined } => ({ as_of: text(search.as_of) }),
    beforeLoad: () => requirePermission('duty.read'),
    component: lazyRouteComponent(() => import('../features/duty/read-roster.tsx'), 'RosterPage'),
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/rosters/$id/print',
    beforeLoad: () => requirePermission('duty.read'),
    component: lazyRouteComponent(
      () => import('../features/duty/print-roster.tsx'),
      'PrintRosterPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/rosters/$id/import',
    beforeLoad: () => requirePermission('duty.assign'),
    component: lazyRouteComponent(
      () => import('../features/duty/import-duties.tsx'),
      'ImportDutiesPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/types',
    beforeLoad: () => requirePermission('roster.read'),
    component: lazyRouteComponent(
      () => import('../features/duty/list-duty-types.tsx'),
      'DutyTypesPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/unlocks',
    validateSearch: (search): { roster?: string | undefined } => ({ roster: text(search.roster) }),
    beforeLoad: () => requirePermission('duty.unlock'),
    component: lazyRouteComponent(() => import('../features/duty/list-unlocks.tsx'), 'UnlocksPage'),
  }),
  createRoute({
    getParentRoute: app,
    path: '/duty/settings',
    beforeLoad: () => requirePermission('reminder.read'),
    component: lazyRouteComponent(
      () => import('../features/duty/duty-settings.tsx'),
      'DutySettingsPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/reminders',
    validateSearch: (search): RemindersSearch => ({
      view: text(search.view),
      reminder: text(search.reminder),
    }),
    beforeLoad: () => requirePermission('reminder.read'),
    component: lazyRouteComponent(
      () => import('../features/reminders/list-reminders.tsx'),
      'RemindersPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/registrations',
    validateSearch: (search): RegistrationsSearch => ({
      state: text(search.state),
      roster: text(search.roster),
      auditions: text(search.auditions),
      search: text(search.search),
      registration: text(search.registration),
    }),
    beforeLoad: () => requirePermission('registration.read'),
    component: lazyRouteComponent(
      () => import('../features/registrations/list-registrations.tsx'),
      'RegistrationsPage',
    ),
  }),
  createRoute({
    getParentRoute: app,
    path: '/registrations/links',
    beforeLoad: () => requirePermission('registration.read'),
    component: lazyRouteComponent(
      () => import('../features/registrations/list-signup-links.tsx'),
      'SignupLinksPage',
    ),
  }),
] as const;

/** Where a sign-up link leads, without a log-in. */
export const signUpRoute = createRoute({
  getParentRoute: () => doorRoute,
  path: '/sign-up/$code',
  component: lazyRouteComponent(
    () => import('../features/registrations/sign-up.tsx'),
    'SignUpPage',
  ),
});
