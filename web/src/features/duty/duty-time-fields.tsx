import { Anchor, NumberInput, Select, SimpleGrid, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sunEvents } from '../../../../contract/duty/duty-type.ts';
import { TimeField } from '../../ui/time-field.tsx';
import type { DutyWish } from './duty-wish.ts';
import { useDutyTime } from './use-duty-time.ts';

type FieldsProps = { form: UseFormReturnType<DutyWish> };

/** From when to when by the clock. */
export function ClockFields({ form }: FieldsProps) {
  const { t } = useTranslation('duty');
  const { start_time, end_time } = form.values;
  return (
    <div>
      <SimpleGrid cols={2}>
        <TimeField
          label={t('from')}
          value={start_time}
          onChange={(time) => form.setFieldValue('start_time', time)}
          error={form.errors.start_time as string | undefined}
        />
        <TimeField
          label={t('to')}
          value={end_time}
          onChange={(time) => form.setFieldValue('end_time', time)}
          error={form.errors.end_time as string | undefined}
        />
      </SimpleGrid>
      {start_time && end_time && end_time <= start_time ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('endsNextDay')}
        </Text>
      ) : null}
    </div>
  );
}

/** So long before or after an event of the sun. */
export function SunFields({ form }: FieldsProps) {
  const { t } = useTranslation('duty');
  const sayTime = useDutyTime();
  const { sun } = form.values;
  const numbers = { offset_minutes: Number(sun.offset_minutes), minutes: Number(sun.minutes) };
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select
          label={t('sunEvent')}
          allowDeselect={false}
          data={sunEvents.map((event) => ({ value: event, label: t(`sun_${event}`) }))}
          {...form.getInputProps('sun.event')}
        />
        <NumberInput
          label={t('sunOffset')}
          min={-720}
          max={720}
          step={5}
          allowDecimal={false}
          {...form.getInputProps('sun.offset_minutes')}
        />
        <NumberInput
          label={t('sunLength')}
          min={1}
          max={1440}
          step={5}
          allowDecimal={false}
          {...form.getInputProps('sun.minutes')}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={4}>
        {sayTime({
          ...{ start_time: null, end_time: null, overnight: false },
          sun: { ...sun, ...numbers },
        })}
        . {t('sunPlaceHint')}{' '}
        <Anchor component={Link} to="/duty/settings" inherit underline="always">
          {t('dutySettings')}
        </Anchor>
      </Text>
    </div>
  );
}
