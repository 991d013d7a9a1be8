import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconBuilding,
  IconCalendarExclamation,
  IconCalendarMonth,
  IconCalendarStats,
  IconCalendarUser,
  IconClockHour4,
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
import type { Permission } from '../../../contract/identity/permissions.ts';

type Declared = {
  to: string;
  label: string;
  icon: typeof IconInbox;
  needs: Permission | 'operator';
  /** Its rank among the tabs of a phone; the lowest four that someone may go to have one. */
  tab?: number;
};

const rota = [
  { to: '/calendar', label: 'Calendar', icon: IconCalendarMonth, needs: 'calendar.read', tab: 10 },
  { to: '/queue', label: 'Queue', icon: IconInbox, needs: 'shift.decide', tab: 20 },
  { to: '/my-schedule', label: 'My schedule', icon: IconUserCheck, needs: 'shift.read', tab: 30 },
  { to: '/periods', label: 'Periods', icon: IconTimeline, needs: 'period.read', tab: 80 },
  { to: '/gaps', label: 'Gaps', icon: IconCalendarExclamation, needs: 'gap.read' },
  { to: '/questions', label: 'Questions', icon: IconMessageQuestion, needs: 'question.ask' },
  { to: '/offers', label: 'Offers', icon: IconArrowsExchange, needs: 'shift.offer', tab: 70 },
  { to: '/hours', label: 'Hours', icon: IconClockHour4, needs: 'hours.read' },
  { to: '/patterns', label: 'Patterns', icon: IconCalendarStats, needs: 'pattern.read' },
  { to: '/settings', label: 'Settings', icon: IconSettings, needs: 'coverage.change' },
] as const satisfies Declared[];

const people = [
  {
    to: '/availability',
    label: 'Availability',
    icon: IconCalendarUser,
    needs: 'absence.read',
    tab: 90,
  },
  { to: '/people', label: 'People', icon: IconUsers, needs: 'person.read', tab: 91 },
  { to: '/organisation', label: 'Organisation', icon: IconBuilding, needs: 'organisation.change' },
  { to: '/deliveries', label: 'Deliveries', icon: IconSend, needs: 'delivery.read' },
  { to: '/mailbox', label: 'Mailbox', icon: IconMail, needs: 'mailbox.read' },
  { to: '/failed-work', label: 'Work that failed', icon: IconAlertTriangle, needs: 'job.redrive' },
  { to: '/templates', label: 'Templates', icon: IconTemplate, needs: 'wording.change' },
  { to: '/instance', label: 'Instance', icon: IconServer, needs: 'operator' },
] as const satisfies Declared[];

/** Where one can go, by the system that it belongs to; a new system adds its group here. */
export const groups = [
  { name: 'rota', label: 'Rota', places: rota },
  { name: 'people', label: 'People and settings', places: people },
] as const;

/** Shorter names under the thumb. */
export const tabLabels: Readonly<Record<string, string>> = { '/my-schedule': 'Mine' };
