import { Button, Group, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deletePrimeTime } from '../../../../contract/resources/delete-prime-time.ts';
import { editPrimeTime } from '../../../../contract/resources/edit-prime-time.ts';
import type { PrimeTime } from '../../../../contract/resources/prime-time.ts';
import { showTime, showWeekday } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { TimeField } from '../../ui/time-field.tsx';

const refresh = ['resources', 'booking', 'approvals'];

/** The form that moves prime time, switches it off, or takes it away. */
export function EditPrimeTime({ prime, onDone }: { prime: PrimeTime; onDone: () => void }) {
  const { t } = useTranslation(['resources', 'ui']);
  const [wish, setWish] = useState({
    weekday: prime.weekday,
    start_time: showTime(prime.start_time),
    end_time: showTime(prime.end_time),
    is_active: prime.is_active,
  });
  const told = (said: string) => ({
    refresh,
    onSuccess: () => {
      notifyDone(said);
      onDone();
    },
  });
  const edit = useAction(editPrimeTime, { ...told(t('ui:saved')), version: () => prime.version });
  const remove = useAction(deletePrimeTime, told(t('prime.deleted')));
  const params = { id: prime.id };
  const error = edit.error ?? remove.error;
  const errors = fieldErrorsOf(error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate({ params, body: wish });
      }}
    >
      <Stack>
        <FormProblem error={error} fields={['start_time', 'end_time', 'weekday']} />
        <Select
          label={t('prime.weekday')}
          allowDeselect={false}
          data={Array.from({ length: 7 }, (_, day) => ({
            value: String(day),
            label: showWeekday(day + 1),
          }))}
          value={String(wish.weekday)}
          onChange={(day) => setWish({ ...wish, weekday: Number(day) })}
        />
        <SimpleGrid cols={2}>
          {(['start_time', 'end_time'] as const).map((field) => (
            <TimeField
              key={field}
              label={t(field === 'start_time' ? 'prime.from' : 'prime.to')}
              value={wish[field]}
              onChange={(time) => setWish({ ...wish, [field]: time })}
              error={errors[field]}
            />
          ))}
        </SimpleGrid>
        <Switch
          label={t('prime.active')}
          description={t('prime.activeHint')}
          checked={wish.is_active}
          onChange={(event) => setWish({ ...wish, is_active: event.currentTarget.checked })}
        />
        <Group justify="space-between">
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ params })}
          >
            {t('ui:delete')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>
              {t('ui:back')}
            </Button>
            <Button
              type="submit"
              loading={edit.isPending}
              disabled={!wish.start_time || !wish.end_time}
            >
              {t('ui:save')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
