import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isoWeekOf, monthOf } from '../../lib/dates.ts';
import { unlessInDialog } from '../../lib/unless-in-dialog.ts';
import classes from '../../ui/link-switch.module.css';
import { useCalendarPerson } from './use-calendar-person.ts';

const units = ['month', 'week', 'day'] as const;
export type CalendarUnit = (typeof units)[number];

/** Where a date stands in a calendar, as a path. */
export function calendarPath(unit: CalendarUnit, date: string): string {
  if (unit === 'day') return `/calendar/day/${date}`;
  if (unit === 'week')
    return `/calendar/week/${isoWeekOf(date).replace('-W', '/').replace('/0', '/')}`;
  const { year, month } = monthOf(date);
  return `/calendar/${year}/${month}`;
}

/** Month, week or day around a date; also by their first letters. */
export function CalendarViews({ unit, date }: { unit: CalendarUnit; date: string }) {
  const { t } = useTranslation('rota');
  const navigate = useNavigate();
  const { person } = useCalendarPerson();
  const show = (to: CalendarUnit) => () =>
    unlessInDialog(() => void navigate({ to: calendarPath(to, date), search: { person } }));
  useHotkeys([
    ['m', show('month')],
    ['w', show('week')],
    ['d', show('day')],
  ]);
  return (
    <nav className={classes.views} aria-label={t('calendarBy')}>
      {units.map((one) => (
        <Link
          key={one}
          to={calendarPath(one, date)}
          search={{ person }}
          className={classes.view}
          aria-current={one === unit ? 'page' : undefined}
        >
          {t(`unit.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
