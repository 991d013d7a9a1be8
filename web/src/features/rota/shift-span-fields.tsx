import { SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addDays, isDate, minutesOf } from '../../lib/dates.ts';
import { showDate, showMinutes } from '../../lib/format.ts';
import { useMe } from '../../lib/use-me.ts';
import { TimeField } from '../../ui/time-field.tsx';

export type ShiftSpan = { date: string; start_time: string; end_time: string; overnight: boolean };
export const spanFields = ['date', 'start_time', 'end_time', 'overnight'] as const;

type ShiftSpanFieldsProps = {
  span: ShiftSpan;
  onChange: (span: ShiftSpan) => void;
  errors: Partial<Record<string, string>>;
};

/** Date, from when to when, and whether it ends on the next day; shows the resulting length. */
export function ShiftSpanFields({ span, onChange, errors }: ShiftSpanFieldsProps) {
  const { t } = useTranslation('rota');
  const setTimes = (times: Partial<ShiftSpan>) => {
    const next = { ...span, ...times };
    // An end before the start can only be meant on the next day.
    const ends = next.start_time !== '' && next.end_time !== '';
    onChange({ ...next, overnight: ends && next.end_time <= next.start_time });
  };
  return (
    <Stack gap="sm">
      <TextInput
        type="date"
        label={t('date')}
        data-autofocus
        required
        value={span.date}
        onChange={(event) => onChange({ ...span, date: event.currentTarget.value })}
        error={errors.date}
      />
      <SimpleGrid cols={2}>
        <TimeField
          label={t('from')}
          value={span.start_time}
          onChange={(start_time) => setTimes({ start_time })}
          error={errors.start_time}
        />
        <TimeField
          label={t('to')}
          value={span.end_time}
          onChange={(end_time) => setTimes({ end_time })}
          error={errors.end_time}
        />
      </SimpleGrid>
      <Switch
        label={t('endsNextDay')}
        checked={span.overnight}
        onChange={(event) => onChange({ ...span, overnight: event.currentTarget.checked })}
        error={errors.overnight}
      />
      <Length span={span} />
    </Stack>
  );
}

function Length({ span }: { span: ShiftSpan }) {
  const { t } = useTranslation('rota');
  const { time_zone } = useMe().organisation;
  const whole = isDate(span.date) && span.start_time && span.end_time;
  const minutes = whole ? minutesOf(span, time_zone) : 0;
  const lengthOf = () =>
    span.overnight
      ? t('lengthUntil', { length: showMinutes(minutes), date: showDate(addDays(span.date, 1)) })
      : showMinutes(minutes);
  return (
    <Text size="sm" c="dimmed" role="status">
      {minutes > 0 ? lengthOf() : t('organisationClocks')}
    </Text>
  );
}
