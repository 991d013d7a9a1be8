import {
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { isDate } from '../lib/dates.ts';
import { isLoggedIn, requirePermission, requireRota, skipWhenLoggedIn } from './guards.ts';
import { appRoute, doorRoute, rootRoute } from './layouts.tsx';
import { isMonth, isWeek, text } from './search.ts';

const root = () => rootRoute;
const app = () => appRoute;
const door = () => doorRoute;

/** Calendars show everyone's shifts or one person's. */
const ofPerson = (search: Record<string, unknown>): { person?: string | undefined } => ({
  person: text(search.person),
});

const routes = {
  home: createRoute({
    getParentRoute: root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/calendar' });
    },
  }),
  calendar: createRoute({
    getParentRoute: app,
    path: '/calendar',
    beforeLoad: () => requireRota(),
    component: lazyRouteComponent(
      () => import('../features/rota/month-calendar.tsx'),
      'ThisMonthPage',
    ),
  }),
  month: createRoute({
    getParentRoute: app,
    path: '/calendar/$year/$month',
    validateSearch: ofPerson,
    beforeLoad: ({ params: { year, month } }) => {
      if (!isMonth(year, month)) throw notFound();
    },
    component: lazyRouteComponent(() => import('../features/rota/month-calendar.tsx'), 'MonthPage'),
  }),
  printMonth: createRoute({
    getParentRoute: app,
    path: '/calendar/$year/$month/print',
    validateSearch: ofPerson,
    beforeLoad: ({ params: { year, month } }) => {
      if (!isMonth(year, month)) throw notFound();
    },
    component: lazyRouteComponent(
      () => import('../features/rota/print-month.tsx'),
      'PrintMonthPage',
    ),
  }),
  thisWeek: createRoute({
    getParentRoute: app,
    path: '/calendar/week',
    component: lazyRouteComponent(
      () => import('../features/rota/week-calendar.tsx'),
      'ThisWeekPage',
    ),
  }),
  week: createRoute({
    getParentRoute: app,
    path: '/calendar/week/$year/$week',
    validateSearch: ofPerson,
    beforeLoad: ({ params: { year, week } }) => {
      if (!isWeek(year, week)) throw notFound();
    },
    component: lazyRouteComponent(() => import('../features/rota/week-calendar.tsx'), 'WeekPage'),
  }),
  today: createRoute({
    getParentRoute: app,
    path: '/calendar/day',
    component: lazyRouteComponent(() => import('../features/rota/day-calendar.tsx'), 'TodayPage'),
  }),
  day: createRoute({
    getParentRoute: app,
    path: '/calendar/day/$date',
    validateSearch: ofPerson,
    beforeLoad: ({ params: { date } }) => {
      if (!isDate(date)) throw notFound();
    },
    component: lazyRouteComponent(() => import('../features/rota/day-calendar.tsx'), 'DayPage'),
  }),
  queue: createRoute({
    getParentRoute: app,
    path: '/queue',
    beforeLoad: () => requirePermission('shift.decide'),
    component: lazyRouteComponent(
      () => import('../features/rota/list-pending-shifts.tsx'),
      'QueuePage',
    ),
  }),
  periods: createRoute({
    getParentRoute: app,
    path: '/periods',
    component: lazyRouteComponent(() => import('../features/rota/list-periods.tsx'), 'PeriodsPage'),
  }),
  period: createRoute({
    getParentRoute: app,
    path: '/periods/$id',
    component: lazyRouteComponent(() => import('../features/rota/read-period.tsx'), 'PeriodPage'),
  }),
  mySchedule: createRoute({
    getParentRoute: app,
    path: '/my-schedule',
    component: lazyRouteComponent(
      () => import('../features/rota/my-schedule.tsx'),
      'MySchedulePage',
    ),
  }),
  offers: createRoute({
    getParentRoute: app,
    path: '/offers',
    validateSearch: (search): { offer?: string | undefined } => ({ offer: text(search.offer) }),
    component: lazyRouteComponent(() => import('../features/offers/list-offers.tsx'), 'OffersPage'),
  }),
  gaps: createRoute({
    getParentRoute: app,
    path: '/gaps',
    beforeLoad: () => requirePermission('gap.read'),
    component: lazyRouteComponent(() => import('../features/assistant/list-gaps.tsx'), 'GapsPage'),
  }),
  questions: createRoute({
    getParentRoute: app,
    path: '/questions',
    beforeLoad: () => requirePermission('question.ask'),
    component: lazyRouteComponent(
      () => import('../features/assistant/ask-question.tsx'),
      'QuestionsPage',
    ),
  }),
  patterns: createRoute({
    getParentRoute: app,
    path: '/patterns',
    component: lazyRouteComponent(
      () => import('../features/assistant/list-patterns.tsx'),
      'PatternsPage',
    ),
  }),
  hours: createRoute({
    getParentRoute: app,
    path: '/hours',
    validateSearch: (search) => ({ week: text(search.week) }),
    component: lazyRouteComponent(() => import('../features/rota/list-hours.tsx'), 'HoursPage'),
  }),
  people: createRoute({
    getParentRoute: app,
    path: '/people',
    beforeLoad: () => requirePermission('person.read'),
    component: lazyRouteComponent(
      () => import('../features/identity/list-people.tsx'),
      'PeoplePage',
    ),
  }),
  settings: createRoute({
    getParentRoute: app,
    path: '/settings',
    beforeLoad: () => requirePermission('coverage.change'),
    component: lazyRouteComponent(
      () => import('../features/rota/list-coverage-windows.tsx'),
      'SettingsPage',
    ),
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
  organisations: createRoute({
    getParentRoute: app,
    path: '/organisations',
    component: lazyRouteComponent(
      () => import('../features/organisations/list-organisations.tsx'),
      'OrganisationsPage',
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
    routes.calendar,
    routes.month,
    routes.printMonth,
    routes.thisWeek,
    routes.week,
    routes.today,
    routes.day,
    routes.queue,
    routes.periods,
    routes.period,
    routes.mySchedule,
    routes.offers,
    routes.gaps,
    routes.questions,
    routes.patterns,
    routes.hours,
    routes.people,
    routes.settings,
    routes.organisation,
    routes.roles,
    routes.organisations,
    routes.account,
    routes.notifications,
    routes.notificationPreferences,
    routes.wordingTemplates,
    routes.wordingTemplate,
    routes.more,
  ]),
  doorRoute.addChildren([
    routes.welcome,
    routes.login,
    routes.register,
    routes.forgot,
    routes.reset,
    routes.verify,
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
