import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { bookingRoutes } from './booking-routes.ts';
import { dutyRoutes, signUpRoute } from './duty-routes.ts';
import { isLoggedIn, requireOperator, requirePermission, skipWhenLoggedIn } from './guards.ts';
import { appRoute, doorRoute, rootRoute } from './layouts.tsx';
import { confirmEmailRoute, inviteRoute, peopleRoutes } from './people-routes.ts';
import { rotaRoutes } from './rota-routes.ts';
import { text } from './search.ts';

const root = () => rootRoute;
const app = () => appRoute;
const door = () => doorRoute;

/** Which deliveries are shown, and which of them is read. */
type DeliveriesSearch = {
  status?: string | undefined;
  channel?: string | undefined;
  person?: string | undefined;
  delivery?: string | undefined;
};

const routes = {
  home: createRoute({
    getParentRoute: root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/calendar' });
    },
  }),
  organisation: createRoute({
    getParentRoute: app,
    path: '/organisation',
    beforeLoad: () => requirePermission('organisation.change'),
    component: lazyRouteComponent(
      () => import('../features/organisations/edit-organisation.tsx'),
      'OrganisationPage',
    ),
  }),
  roles: createRoute({
    getParentRoute: app,
    path: '/roles',
    beforeLoad: () => requirePermission('role.read'),
    component: lazyRouteComponent(
      () => import('../features/organisations/list-roles.tsx'),
      'RolesPage',
    ),
  }),
  instance: createRoute({
    getParentRoute: app,
    path: '/instance',
    beforeLoad: () => requireOperator(),
    component: lazyRouteComponent(
      () => import('../features/operator/read-instance.tsx'),
      'InstancePage',
    ),
  }),
  organisations: createRoute({
    getParentRoute: app,
    path: '/organisations',
    component: lazyRouteComponent(
      () => import('../features/organisations/list-organisations.tsx'),
      'OrganisationsPage',
    ),
  }),
  security: createRoute({
    getParentRoute: app,
    path: '/account/security',
    component: lazyRouteComponent(
      () => import('../features/security/security-page.tsx'),
      'SecurityPage',
    ),
  }),
  account: createRoute({
    getParentRoute: app,
    path: '/account',
    component: lazyRouteComponent(() => import('../features/identity/edit-me.tsx'), 'AccountPage'),
  }),
  notifications: createRoute({
    getParentRoute: app,
    path: '/notifications',
    component: lazyRouteComponent(
      () => import('../features/notifications/list-notifications.tsx'),
      'NotificationsPage',
    ),
  }),
  notificationPreferences: createRoute({
    getParentRoute: app,
    path: '/notification-preferences',
    component: lazyRouteComponent(
      () => import('../features/notifications/edit-preferences.tsx'),
      'PreferencesPage',
    ),
  }),
  wordingTemplates: createRoute({
    getParentRoute: app,
    path: '/templates',
    beforeLoad: () => requirePermission('wording.change'),
    component: lazyRouteComponent(
      () => import('../features/wording/list-templates.tsx'),
      'TemplatesPage',
    ),
  }),
  wordingTemplate: createRoute({
    getParentRoute: app,
    path: '/templates/$name',
    beforeLoad: () => requirePermission('wording.change'),
    component: lazyRouteComponent(
      () => import('../features/wording/edit-template.tsx'),
      'TemplatePage',
    ),
  }),
  more: createRoute({
    getParentRoute: app,
    path: '/more',
    component: lazyRouteComponent(() => import('./more-page.tsx'), 'MorePage'),
  }),
  deadJobs: createRoute({
    getParentRoute: app,
    path: '/failed-work',
    beforeLoad: () => requirePermission('job.redrive'),
    component: lazyRouteComponent(
      () => import('../features/jobs/list-dead-jobs.tsx'),
      'DeadJobsPage',
    ),
  }),
  deliveries: createRoute({
    getParentRoute: app,
    path: '/deliveries',
    validateSearch: (search): DeliveriesSearch => ({
      status: text(search.status),
      channel: text(search.channel),
      person: text(search.person),
      delivery: text(search.delivery),
    }),
    beforeLoad: () => requirePermission('delivery.read'),
    component: lazyRouteComponent(
      () => import('../features/inbox/list-deliveries.tsx'),
      'DeliveriesPage',
    ),
  }),
  mailbox: createRoute({
    getParentRoute: root,
    path: '/mailbox',
    validateSearch: (search) => ({ message: text(search.message) }),
    beforeLoad: async () => ({ loggedIn: await isLoggedIn() }),
    component: lazyRouteComponent(() => import('./mailbox-layout.tsx'), 'MailboxLayout'),
  }),
  welcome: createRoute({
    getParentRoute: door,
    path: '/welcome',
    beforeLoad: () => skipWhenLoggedIn(),
    component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
  }),
  login: createRoute({
    getParentRoute: door,
    path: '/login',
    validateSearch: (search) => ({ next: text(search.next) }),
    beforeLoad: ({ search }) => skipWhenLoggedIn(search.next),
    component: lazyRouteComponent(() => import('../features/identity/login.tsx'), 'LoginPage'),
  }),
  register: createRoute({
    getParentRoute: door,
    path: '/register',
    validateSearch: (search) => ({ code: text(search.code) }),
    component: lazyRouteComponent(
      () => import('../features/identity/register.tsx'),
      'RegisterPage',
    ),
  }),
  forgot: createRoute({
    getParentRoute: door,
    path: '/forgot-password',
    component: lazyRouteComponent(
      () => import('../features/identity/request-password-reset.tsx'),
      'ForgotPasswordPage',
    ),
  }),
  reset: createRoute({
    getParentRoute: door,
    path: '/reset-password',
    validateSearch: (search) => ({ token: text(search.token) }),
    component: lazyRouteComponent(
      () => import('../features/identity/reset-password.tsx'),
      'ResetPasswordPage',
    ),
  }),
  verify: createRoute({
    getParentRoute: door,
    path: '/verify-email',
    validateSearch: (search) => ({ token: text(search.token) }),
    component: lazyRouteComponent(
      () => import('../features/identity/verify-email.tsx'),
      'VerifyEmailPage',
    ),
  }),
};

const routeTree = rootRoute.addChildren([
  routes.home,
  routes.mailbox,
  appRoute.addChildren([
    ...rotaRoutes,
    ...dutyRoutes,
    ...peopleRoutes,
    ...bookingRoutes,
    routes.deliveries,
    routes.deadJobs,
    routes.organisation,
    routes.instance,
    routes.roles,
    routes.organisations,
    routes.account,
    routes.notifications,
    routes.notificationPreferences,
    routes.wordingTemplates,
    routes.wordingTemplate,
    routes.security,
    routes.more,
  ]),
  doorRoute.addChildren([
    routes.welcome,
    routes.login,
    routes.register,
    routes.forgot,
    routes.reset,
    routes.verify,
    inviteRoute,
    signUpRoute,
    confirmEmailRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
