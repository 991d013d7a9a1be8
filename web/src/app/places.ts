import {
  IconAdjustments,
  IconAlertTriangle,
  IconArrowsExchange,
  IconBellRinging,
  IconBuilding,
  IconCalendarCheck,
  IconCalendarExclamation,
  IconCalendarMonth,
  IconCalendarStats,
  IconCalendarUser,
  IconChecklist,
  IconClockHour4,
  IconInbox,
  IconLayoutDashboard,
  IconListDetails,
  IconLockOpen,
  IconMail,
  IconMessageQuestion,
  IconRepeat,
  IconRubberStamp,
  IconSend,
  IconServer,
  IconSettings,
  IconSunset2,
  IconTable,
  IconTemplate,
  IconTicket,
  IconTimeline,
  IconUserCheck,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import type { Permission } from '../../../contract/identity/permissions.ts';

type Declared = {
  to: string;
  icon: typeof IconInbox;
  needs: Permission | 'operator';
  /** Its rank among the tabs of a phone; the lowest four that someone may go to have one. */
  tab?: number;
};

const rota = [
  { to: '/calendar', icon: IconCalendarMonth, needs: 'calendar.read', tab: 10 },
  { to: '/queue', icon: IconInbox, needs: 'shift.decide', tab: 20 },
  { to: '/my-schedule', icon: IconUserCheck, needs: 'shift.read', tab: 30 },
  { to: '/periods', icon: IconTimeline, needs: 'period.read', tab: 80 },
  { to: '/gaps', icon: IconCalendarExclamation, needs: 'gap.read' },
  { to: '/questions', icon: IconMessageQuestion, needs: 'question.ask' },
  { to: '/offers', icon: IconArrowsExchange, needs: 'shift.offer', tab: 70 },
  { to: '/hours', icon: IconClockHour4, needs: 'hours.read' },
  { to: '/patterns', icon: IconCalendarStats, needs: 'pattern.read' },
  { to: '/settings', icon: IconSettings, needs: 'coverage.change' },
] as const satisfies Declared[];

const booking = [
  { to: '/booking/calendar', icon: IconCalendarCheck, needs: 'reservation.read', tab: 40 },
  { to: '/booking/mine', icon: IconTicket, needs: 'reservation.read', tab: 50 },
  { to: '/booking/trades', icon: IconRepeat, needs: 'trade.make', tab: 60 },
  { to: '/booking/desk', icon: IconLayoutDashboard, needs: 'reservation.decide' },
  { to: '/booking/approvals', icon: IconChecklist, needs: 'reservation.decide', tab: 55 },
  { to: '/booking/reservations', icon: IconTable, needs: 'reservation.decide' },
  { to: '/booking/settings', icon: IconAdjustments, needs: 'booking_settings.change' },
] as const satisfies Declared[];

const duty = [
  { to: '/duty/rosters', icon: IconTable, needs: 'roster.read', tab: 35 },
  { to: '/registrations', icon: IconUserPlus, needs: 'registration.read' },
  { to: '/duty/types', icon: IconListDetails, needs: 'roster.change' },
  { to: '/reminders', icon: IconBellRinging, needs: 'reminder.read' },
  { to: '/duty/unlocks', icon: IconLockOpen, needs: 'duty.unlock' },
  { to: '/duty/settings', icon: IconSunset2, needs: 'reminder.read' },
] as const satisfies Declared[];

const people = [
  {
    to: '/availability',
    icon: IconCalendarUser,
    needs: 'absence.read',
    tab: 90,
  },
  { to: '/people', icon: IconUsers, needs: 'person.read', tab: 91 },
  { to: '/organisation', icon: IconBuilding, needs: 'organisation.change' },
  { to: '/approval-rules', icon: IconRubberStamp, needs: 'approval_rule.change' },
  { to: '/deliveries', icon: IconSend, needs: 'delivery.read' },
  { to: '/mailbox', icon: IconMail, needs: 'mailbox.read' },
  { to: '/failed-work', icon: IconAlertTriangle, needs: 'job.redrive' },
  { to: '/templates', icon: IconTemplate, needs: 'wording.change' },
  { to: '/instance', icon: IconServer, needs: 'operator' },
] as const satisfies Declared[];

/**
 * Where one can go, by the system that it belongs to; a new system adds its group here. What they are
 * called stands in the catalogues `app.json`, under `place` and `group`.
 */
export const groups = [
  { name: 'rota', places: rota },
  { name: 'duty', places: duty },
  { name: 'booking', places: booking },
  { name: 'people', places: people },
] as const;

/** Places that have a shorter name under the thumb: `tab` in the catalogues. */
export const shortTabs = ['/my-schedule'] as const;
