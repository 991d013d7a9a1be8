import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, dayOfMonth, daysBetween, weekdayOf } from '../../lib/dates.ts';
import { showDate, showMonth } from '../../lib/format.ts';
import classes from './dates-not-field.module.css';
import { FieldGroup } from './field-group.tsx';

type DatesNotFieldProps = {
  roster: { start_date: string; end_date: string };
  value: string[];
  onChange: (value: string[]) => void;
};

/** The days of the roster, of which one taps those on which one can't. */
export function DatesNotField({ roster, value, onChange }: DatesNotFieldProps) {
  const { t } = useTranslation('registrations');
  const { start_date, end_date } = roster;
  const dates = Array.from({ length: daysBetween(start_date, end_date) + 1 }, (_, day) =>
    addDays(start_date, day),
  );
  const toggle = (date: string) =>
    onChange(value.includes(date) ? value.filter((one) => one !== date) : [...value, date]);
  return (
    <FieldGroup
      legend={t('datesNot')}
      hint={value.length === 0 ? t('datesNotHint') : t('datesNotChosen', { count: value.length })}
    >
      <div className={classes.days}>
        {dates.map((date, index) => (
          <UnstyledButton
            key={date}
            className={classes.day ?? ''}
            style={index === 0 ? { gridColumnStart: weekdayOf(date) + 1 } : {}}
            aria-pressed={value.includes(date)}
            aria-label={showDate(date, 'long')}
            data-weekday={showDate(date, 'weekday').slice(0, 2)}
            data-month={index === 0 || dayOfMonth(date) === 1 ? monthOf(date) : ''}
            onClick={() => toggle(date)}
          >
            {dayOfMonth(date)}
          </UnstyledButton>
        ))}
      </div>
    </FieldGroup>
  );
}

const monthOf = (date: string) =>
  showMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))).slice(0, 3);
