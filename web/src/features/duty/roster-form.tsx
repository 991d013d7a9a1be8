import { Button, Group, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { createRoster } from '../../../../contract/duty/create-roster.ts';
import { listDutyTypes } from '../../../../contract/duty/list-duty-types.ts';
import type { Input } from '../../../../contract/platform/route.ts';
import { daysBetween, isDate } from '../../lib/dates.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { RosterDuties } from './roster-duties.tsx';

type Wish = Omit<Input<typeof createRoster>['body'], 'duty_types'> & {
  /** In the order of the grid; undefined: all that are active. */
  duty_types: string[] | undefined;
};
type RosterFormProps = {
  initial: Wish;
  action: string;
  error: unknown;
  isPending: boolean;
  onSubmit: (wish: Wish) => void;
  beside?: React.ReactNode;
};

const fields = ['name', 'start_date', 'end_date', 'second_calendar', 'duty_types'];

/** What a roster is made of: its name, dates, and duties in the order of its columns. */
export function RosterForm({
  initial,
  action,
  error,
  isPending,
  onSubmit,
  beside,
}: RosterFormProps) {
  const { t } = useTranslation('duty');
  const form = useForm<Wish>({ initialValues: initial });
  const { second_calendar } = useCalendarSettings();
  const duties = useQuery(queryOf(listDutyTypes, { query: { active: true } })).data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is the same all its life
  useEffect(() => form.setErrors(fieldErrorsOf(error)), [error]);
  const { start_date, end_date, duty_types } = form.values;
  const days = isDate(start_date) && isDate(end_date) ? daysBetween(start_date, end_date) + 1 : 0;
  return (
    <form onSubmit={form.onSubmit(onSubmit)}>
      <Stack>
        <FormProblem error={error} fields={fields} />
        <TextInput
          label={t('rosterName')}
          required
          data-autofocus
          maxLength={100}
          {...form.getInputProps('name')}
        />
        <SimpleGrid cols={2}>
          <TextInput
            type="date"
            label={t('firstDay')}
            required
            {...form.getInputProps('start_date')}
          />
          <TextInput
            type="date"
            label={t('lastDay')}
            required
            {...form.getInputProps('end_date')}
          />
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {days > 0 ? t('days', { count: days }) : t('daysNone')}
        </Text>
        <RosterDuties
          duties={duties ?? []}
          chosen={duty_types ?? duties?.map(({ id }) => id) ?? []}
          onChange={(ids) => form.setFieldValue('duty_types', ids)}
          error={form.errors.duty_types}
        />
        {second_calendar.calendar === 'none' ? null : (
          <Switch
            label={t('withSecondCalendar')}
            {...form.getInputProps('second_calendar', { type: 'checkbox' })}
          />
        )}
        <Group justify="flex-end">
          {beside}
          <Button
            type="submit"
            loading={isPending}
            disabled={days <= 0 || !form.values.name.trim()}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
