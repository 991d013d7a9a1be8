import { ActionIcon, Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readAvailability } from '../../../../contract/availability/read-availability.ts';
import { setAvailability } from '../../../../contract/availability/set-availability.ts';
import type { Availability, WeeklyHours } from '../../../../contract/availability/weekly-hours.ts';
import { showWeekday } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Surface } from '../../ui/surface.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import classes from './set-availability.module.css';

const days = [1, 2, 3, 4, 5, 6, 7];

/** When in a usual week someone can be on, and when not. */
export function SetAvailability({ person, whose }: { person: string; whose?: string }) {
  const { t } = useTranslation('people');
  const availability = useQuery(queryOf(readAvailability, { params: { id: person } }));
  return (
    <section aria-label={t('usualWeek')}>
      <Title order={2}>{t('usualWeek')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {whose ? t('weekOf', { whose }) : t('weekOfYou')}
      </Text>
      <QueryView query={availability}>
        {(found) => <WeekForm key={JSON.stringify(found)} person={person} before={found} />}
      </QueryView>
    </section>
  );
}

type Row = WeeklyHours & { key: number };
let keys = 0;
const rowOf = (hours: WeeklyHours): Row => {
  keys += 1;
  return { ...hours, key: keys };
};
const short = (time: string) => time.slice(0, 5);

function WeekForm({ person, before }: { person: string; before: Availability }) {
  const { t } = useTranslation('people');
  const [rows, setRows] = useState<Row[]>(() =>
    before.hours.map((hours) =>
      rowOf({ ...hours, start_time: short(hours.start_time), end_time: short(hours.end_time) }),
    ),
  );
  const action = useAction(setAvailability, {
    refresh: ['availability', 'assistant', 'journal'],
    onSuccess: () => notifyDone(t('theUsualWeekIs')),
  });
  const errors = fieldErrorsOf(action.error);
  const set = (key: number, part: Partial<WeeklyHours>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () =>
    setRows((all) => [
      ...all,
      rowOf({ weekday: 1, start_time: '09:00', end_time: '17:00', available: true }),
    ]);
  const whole = rows.every((row) => row.start_time && row.end_time);
  const hours = rows.map(({ key: _, ...row }) => row);
  return (
    <Surface>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          action.mutate({ params: { id: person }, body: { hours } });
        }}
      >
        <Stack p="lg">
          <FormProblem error={action.error} />
          {rows.length === 0 ? <Text c="dimmed">{t('nothingIsSaidYet')}</Text> : null}
          {rows.map((row, i) => (
            <HoursRow
              key={row.key}
              row={row}
              error={errors[`hours.${i}`] ?? errors[`hours.${i}.end_time`]}
              onChange={(part) => set(row.key, part)}
              onRemove={() => setRows((all) => all.filter(({ key }) => key !== row.key))}
            />
          ))}
          <Group justify="space-between">
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add}>
              {t('addHours')}
            </Button>
            <Button type="submit" loading={action.isPending} disabled={!whole}>
              {t('saveTheWeek')}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t('timesOf', { time_zone: before.time_zone })}
          </Text>
        </Stack>
      </form>
    </Surface>
  );
}

type HoursRowProps = {
  row: Row;
  error: string | undefined;
  onChange: (part: Partial<WeeklyHours>) => void;
  onRemove: () => void;
};

function HoursRow({ row, error, onChange, onRemove }: HoursRowProps) {
  const { t } = useTranslation('people');
  const day = showWeekday(row.weekday);
  return (
    <fieldset className={classes.row} aria-label={t('hoursOf', { day })}>
      <div className={classes.day}>
        <Select
          label={t('day')}
          size="md"
          allowDeselect={false}
          data={days.map((one) => ({ value: String(one), label: showWeekday(one) }))}
          value={String(row.weekday)}
          onChange={(value) => onChange({ weekday: Number(value) })}
        />
      </div>
      <div className={classes.says}>
        <Select
          label={t('says')}
          size="md"
          allowDeselect={false}
          data={[
            { value: 'yes', label: t('can') },
            { value: 'no', label: t('cannot') },
          ]}
          value={row.available ? 'yes' : 'no'}
          onChange={(value) => onChange({ available: value === 'yes' })}
        />
      </div>
      <div className={classes.from}>
        <TimeField
          label={t('from')}
          value={row.start_time}
          onChange={(start_time) => onChange({ start_time })}
        />
      </div>
      <div className={classes.to}>
        <TimeField
          label={t('to')}
          value={row.end_time}
          onChange={(end_time) => onChange({ end_time })}
          error={error}
        />
      </div>
      <ActionIcon
        variant="default"
        size={42}
        className={classes.remove ?? ''}
        aria-label={t('removeHoursOf', { day })}
        onClick={onRemove}
      >
        <IconTrash size={18} />
      </ActionIcon>
    </fieldset>
  );
}
