import { Button, Chip, Group, Input, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addPrimeTime } from '../../../../contract/resources/add-prime-time.ts';
import { call } from '../../lib/call.ts';
import { showSpan, showWeekday } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { refreshModules } from '../../lib/query.ts';
import { randomId } from '../../lib/random-id.ts';
import { useCalendarSettings } from '../../lib/use-organisation.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { TimeField } from '../../ui/time-field.tsx';

/** The same span on some weekdays; 0 is Monday. */
export type NewPrimeTime = { weekdays: readonly number[]; start_time: string; end_time: string };

/** Adds prime time to each of the weekdays, one after the other. */
export function useAddPrimeTime() {
  const { t } = useTranslation('resources');
  const [error, setError] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const add = async (wish: NewPrimeTime, resource: string | null) => {
    setPending(true);
    setError(undefined);
    try {
      const { start_time, end_time } = wish;
      for (const weekday of wish.weekdays) {
        const body = { weekday, start_time, end_time, resource };
        await call(addPrimeTime, { body }, { idempotencyKey: randomId() });
      }
      notifyDone(t('prime.added', { span: showSpan({ start_time, end_time }) }));
      return true;
    } catch (problem) {
      setError(problem);
      notifyProblem(problem);
      return false;
    } finally {
      setPending(false);
      void refreshModules('resources', 'booking', 'approvals');
    }
  };
  return { add, error, isPending };
}

type AddPrimeTimeProps = { wish: NewPrimeTime; resource: string | null; onDone: () => void };

/** The form of new prime time: the way without a mouse, and for several days at once. */
export function AddPrimeTime({ wish, resource, onDone }: AddPrimeTimeProps) {
  const { t } = useTranslation(['resources', 'ui']);
  const { week_start } = useCalendarSettings();
  const [weekdays, setWeekdays] = useState(wish.weekdays.map(String));
  const [start_time, setStart] = useState(wish.start_time);
  const [end_time, setEnd] = useState(wish.end_time);
  const { add, error, isPending } = useAddPrimeTime();
  const errors = fieldErrorsOf(error);
  const days = Array.from({ length: 7 }, (_, day) => (day + week_start - 1) % 7);
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        const chosen = weekdays.map(Number).sort();
        if (await add({ weekdays: chosen, start_time, end_time }, resource)) onDone();
      }}
    >
      <Stack>
        <FormProblem error={error} fields={['start_time', 'end_time']} />
        <Input.Wrapper label={t('prime.weekdays')}>
          <Chip.Group multiple value={weekdays} onChange={setWeekdays}>
            <Group gap="xs" mt={4}>
              {days.map((day) => (
                <Chip key={day} value={String(day)}>
                  {showWeekday(day + 1, 'short')}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <SimpleGrid cols={2}>
          <TimeField
            label={t('prime.from')}
            value={start_time}
            onChange={setStart}
            error={errors.start_time}
          />
          <TimeField
            label={t('prime.to')}
            value={end_time}
            onChange={setEnd}
            error={errors.end_time}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button
            type="submit"
            loading={isPending}
            disabled={weekdays.length === 0 || !start_time || !end_time}
          >
            {t('ui:add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
