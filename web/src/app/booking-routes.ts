import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import { isDate } from '../lib/dates.ts';
import { requirePermission } from './guards.ts';
import { appRoute } from './layouts.tsx';
import { text } from './search.ts';

const app = () => appRoute;

/** Of which resource; none is the default one. */
const ofResource = (search: Record<string, unknown>): { resource?: string | undefined } => ({
  resource: text(search.resource),
});

const filters = ['status', 'resource', 'search', 'from', 'until', 'sort'] as const;
type Filters = Partial<Record<(typeof filters)[number], string | undefined>>;

const routes = {
  booking: createRoute({
    getParentRoute: app,
    path: '/booking',
    beforeLoad: () => {
      throw redirect({ to: '/booking/calendar' });
    },
  }),
  now: createRoute({
    getParentRoute: app,
    path: '/booking/calendar',
    validateSearch: ofResource,
    beforeLoad: () => requirePermission('reservation.read'),
    component: lazyRouteComponent(
      () => import('../features/booking/read-booking-calendar.tsx'),
      'BookingNowPage',
    ),
  }),
  calendar: createRoute({
    getParentRoute: app,
    path: '/booking/calendar/$view/$date',
    validateSearch: ofResource,
    beforeLoad: ({ params: { view, date } }) => {
      requirePermission('reservation.read');
      if (!['day', 'week', 'month'].includes(view) || !isDate(date)) throw notFound();
    },
    component: lazyRouteComponent(
      () => import('../features/booking/read-booking-calendar.tsx'),
      'BookingPage',
    ),
  }),
  mine: createRoute({
    getParentRoute: app,
    path: '/booking/mine',
    beforeLoad: () => requirePermission('reservation.read'),
    component: lazyRouteComponent(
      () => import('../features/booking/user-dashboard.tsx'),
      'MyBookingsPage',
    ),
  }),
  trades: createRoute({
    getParentRoute: app,
    path: '/booking/trades',
    validateSearch: (search): { mine?: string | undefined } => ({ mine: text(search.mine) }),
    beforeLoad: () => requirePermission('trade.make'),
    component: lazyRouteComponent(() => import('../features/trades/list-trades.tsx'), 'TradesPage'),
  }),
  desk: createRoute({
    getParentRoute: app,
    path: '/booking/desk',
    beforeLoad: () => requirePermission('reservation.decide'),
    component: lazyRouteComponent(
      () => import('../features/booking/admin-dashboard.tsx'),
      'BookingDeskPage',
    ),
  }),
  approvals: createRoute({
    getParentRoute: app,
    path: '/booking/approvals',
    beforeLoad: () => requirePermission('reservation.decide'),
    component: lazyRouteComponent(
      () => import('../features/booking/list-waiting-reservations.tsx'),
      'ApprovalsPage',
    ),
  }),
  reservations: createRoute({
    getParentRoute: app,
    path: '/booking/reservations',
    validateSearch: (search): Filters =>
      Object.fromEntries(filters.map((filter) => [filter, text(search[filter])])),
    beforeLoad: () => requirePermission('reservation.decide'),
    component: lazyRouteComponent(
      () => import('../features/booking/list-reservations.tsx'),
      'ReservationsPage',
    ),
  }),
  settings: createRoute({
    getParentRoute: app,
    path: '/booking/settings',
    beforeLoad: () => requirePermission('booking_settings.change'),
    component: lazyRouteComponent(
      () => import('../features/resources/edit-booking-settings.tsx'),
      'BookingSettingsPage',
    ),
  }),
  resources: createRoute({
    getParentRoute: app,
    path: '/booking/resources',
    beforeLoad: () => requirePermission('resource.change'),
    component: lazyRouteComponent(
      () => import('../features/resources/list-resources.tsx'),
      'ResourcesPage',
    ),
  }),
  approvalRules: createRoute({
    getParentRoute: app,
    path: '/approval-rules',
    beforeLoad: () => requirePermission('approval_rule.change'),
    component: lazyRouteComponent(
      () => import('../features/approvals/list-approval-rules.tsx'),
      'ApprovalRulesPage',
    ),
  }),
  primeTime: createRoute({
    getParentRoute: app,
    path: '/booking/prime-time',
    validateSearch: ofResource,
    beforeLoad: () => requirePermission('booking_settings.change'),
    component: lazyRouteComponent(
      () => import('../features/resources/list-prime-times.tsx'),
      'PrimeTimePage',
    ),
  }),
};

/** The pages of booking: calendars of resources, what is mine, what waits, and what is set for it. */
export const bookingRoutes = [
  routes.booking,
  routes.now,
  routes.calendar,
  routes.mine,
  routes.trades,
  routes.desk,
  routes.approvals,
  routes.reservations,
  routes.settings,
  routes.resources,
  routes.primeTime,
  routes.approvalRules,
] as const;
