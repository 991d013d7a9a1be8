import { Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, isDate } from '../../lib/dates.ts';
import { showDate } from '../../lib/format.ts';

export type Repeat = { weekly: boolean; until: string };

const timesMax = 100;

/** How often a weekly repetition happens until a date, the first included; 0 when it can't be. */
export function timesOf(date: string, until: string): number {
  if (!isDate(date) || !isDate(until) || until < date) return 0;
  const times = Math.floor(daysBetween(date, until) / 7) + 1;
  return times > timesMax ? 0 : times;
}

type RepeatFieldsProps = { repeat: Repeat; onChange: (repeat: Repeat) => void; date: string };

/** Every week until a date, and how many times that is. */
export function RepeatFields({ repeat, onChange, date }: RepeatFieldsProps) {
  const { t } = useTranslation('booking');
  const times = timesOf(date, repeat.until);
  const weekday = isDate(date) ? showDate(date, 'weekday') : '';
  return (
    <Stack gap="xs">
      <Switch
        label={t('repeat.weekly')}
        checked={repeat.weekly}
        onChange={(event) =>
          onChange({
            weekly: event.currentTarget.checked,
            until: repeat.until || (isDate(date) ? addDays(date, 28) : ''),
          })
        }
      />
      {repeat.weekly ? (
        <>
          <TextInput
            type="date"
            label={t('repeat.until')}
            required
            min={date}
            value={repeat.until}
            onChange={(event) => onChange({ weekly: true, until: event.currentTarget.value })}
            error={times === 0 ? t('repeat.wrong', { count: timesMax }) : undefined}
          />
          {times > 0 ? (
            <Text size="sm" c="dimmed" role="status">
              {t('repeat.times', { count: times, weekday })}
            </Text>
          ) : null}
        </>
      ) : null}
    </Stack>
  );
}
