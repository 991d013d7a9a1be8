import { Badge, NavLink } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBuilding,
  IconCalendarExclamation,
  IconCalendarMonth,
  IconCalendarStats,
  IconCalendarUser,
  IconClockHour4,
  IconDots,
  IconInbox,
  IconMail,
  IconMessageQuestion,
  IconSend,
  IconServer,
  IconSettings,
  IconTemplate,
  IconTimeline,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Permission } from '../../../contract/identity/permissions.ts';
import { listPendingShifts } from '../../../contract/rota/list-pending-shifts.ts';
import type { LiveState } from '../lib/live.ts';
import { queryOf } from '../lib/query.ts';
import { useMe } from '../lib/use-me.ts';
import { LiveMark } from './live-mark.tsx';
import classes from './shell.module.css';

const places = [
  { to: '/calendar', label: 'Calendar', icon: IconCalendarMonth, needs: 'calendar.read' },
  { to: '/queue', label: 'Queue', icon: IconInbox, needs: 'shift.decide' },
  { to: '/my-schedule', label: 'My schedule', icon: IconUserCheck, needs: 'shift.read' },
  { to: '/periods', label: 'Periods', icon: IconTimeline, needs: 'period.read' },
  { to: '/gaps', label: 'Gaps', icon: IconCalendarExclamation, needs: 'gap.read' },
  { to: '/questions', label: 'Questions', icon: IconMessageQuestion, needs: 'question.ask' },
  { to: '/offers', label: 'Offers', icon: IconArrowsExchange, needs: 'shift.offer' },
  { to: '/hours', label: 'Hours', icon: IconClockHour4, needs: 'hours.read' },
  { to: '/patterns', label: 'Patterns', icon: IconCalendarStats, needs: 'pattern.read' },
  {
    to: '/availability',
    label: 'Availability',
    icon: IconCalendarUser,
    needs: 'absence.read',
  },
  { to: '/people', label: 'People', icon: IconUsers, needs: 'person.read' },
  { to: '/organisation', label: 'Organisation', icon: IconBuilding, needs: 'organisation.change' },
  { to: '/deliveries', label: 'Deliveries', icon: IconSend, needs: 'delivery.read' },
  { to: '/mailbox', label: 'Mailbox', icon: IconMail, needs: 'mailbox.read' },
  { to: '/failed-work', label: 'Work that failed', icon: IconAlertTriangle, needs: 'job.redrive' },
  { to: '/settings', label: 'Settings', icon: IconSettings, needs: 'coverage.change' },
  { to: '/templates', label: 'Templates', icon: IconTemplate, needs: 'wording.change' },
  { to: '/instance', label: 'Instance', icon: IconServer, needs: 'operator' },
] as const satisfies readonly {
  to: string;
  label: string;
  icon: unknown;
  needs: Permission | 'operator';
}[];

/** The places that the person may go to. */
export function usePlaces() {
  const { permissions, is_operator } = useMe();
  return places.filter(({ needs }) =>
    needs === 'operator' ? is_operator : permissions.includes(needs),
  );
}

/** Navigation on a desk. */
export function Sidebar() {
  return (
    <nav className={classes.nav} aria-label="Main">
      {usePlaces().map(({ to, label, icon: Icon }) => (
        <NavLink
          key={to}
          label={label}
          leftSection={<Icon size={18} stroke={1.75} aria-hidden />}
          rightSection={to === '/queue' ? <PendingCount /> : null}
          className={classes.place ?? ''}
          renderRoot={(props) => (
            <Link
              {...props}
              to={to}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            />
          )}
        />
      ))}
    </nav>
  );
}

const tabLabels: Record<string, string> = { '/my-schedule': 'Mine' };

/** Navigation under the thumb: the first places, the rest behind “More”. */
export function BottomTabs({ live }: { live: LiveState }) {
  const tabs = usePlaces().slice(0, 4);
  return (
    <div className={classes.tabs}>
      <LiveMark state={live} />
      <nav aria-label="Main" className={classes.tabRow}>
        {tabs.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
            <span className={classes.tabIcon}>
              <Icon size={22} stroke={1.75} aria-hidden />
              {to === '/queue' ? <PendingCount /> : null}
            </span>
            {tabLabels[to] ?? label}
          </Link>
        ))}
        <Link to="/more" className={classes.tab} activeProps={{ 'aria-current': 'page' }}>
          <IconDots size={22} stroke={1.75} aria-hidden />
          More
        </Link>
      </nav>
    </div>
  );
}

function PendingCount() {
  const pending = useQuery(queryOf(listPendingShifts, { query: { limit: 100 } })).data?.length;
  if (!pending) return null;
  return (
    <Badge size="sm" circle={pending < 10} aria-label={`${pending} waiting`}>
      {pending > 99 ? '99+' : pending}
    </Badge>
  );
}
