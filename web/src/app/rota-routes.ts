import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { isDate } from '../lib/dates.ts';
import { requirePermission, requireRota } from './guards.ts';
import { appRoute } from './layouts.tsx';
import { isMonth, isWeek, text } from './search.ts';

const app = () => appRoute;

/** Calendars show everyone's shifts or one person's. */
const ofPerson = (search: Record<string, unknown>): { person?: string | undefined } => ({
  person: text(search.person),
});

const routes = {
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
  settings: createRoute({
    getParentRoute: app,
    path: '/settings',
    beforeLoad: () => requirePermission('coverage.change'),
    component: lazyRouteComponent(
      () => import('../features/rota/list-coverage-windows.tsx'),
      'SettingsPage',
    ),
  }),
};

/** The pages of the rota: calendars, periods, what is asked, offered and open. */
export const rotaRoutes = [
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
  routes.settings,
] as const;
