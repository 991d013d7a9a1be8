import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addCoverageWindow } from '../../../../contract/rota/add-coverage-window.ts';
import { editCoverageWindow } from '../../../../contract/rota/edit-coverage-window.ts';
import { todayIn } from '../../lib/dates.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { TimeField } from '../../ui/time-field.tsx';
import type { CoverageWindow } from './list-coverage-windows.tsx';

const fields = ['name', 'start_time', 'end_time', 'effective_from'] as const;

/** The form of a coverage window: a new one, or a change of one from a day on. */
export function CoverageWindowForm(props: { window?: CoverageWindow; onDone: () => void }) {
  const { t } = useTranslation(['rota', 'ui']);
  const { window, onDone } = props;
  const today = todayIn(useMe().organisation.time_zone);
  const [wish, setWish] = useState({
    name: window?.name ?? '',
    start_time: window?.start_time.slice(0, 5) ?? '',
    end_time: window?.end_time.slice(0, 5) ?? '',
    effective_from: window && window.effective_from > today ? window.effective_from : today,
  });
  const told = {
    onSuccess: ({ name }: { name: string }) => {
      notifyDone(t('toBeCovered', { name }));
      onDone();
    },
  };
  const add = useAction(addCoverageWindow, told);
  const edit = useAction(editCoverageWindow, told);
  const error = add.error ?? edit.error;
  const errors = fieldErrorsOf(error);
  const set = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (window) edit.mutate({ params: { id: window.id }, body: wish });
        else add.mutate({ body: wish });
      }}
    >
      <Stack>
        <FormProblem error={error} fields={fields} />
        <TextInput
          label={t('ui:name')}
          required
          data-autofocus
          maxLength={60}
          value={wish.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          error={errors.name}
        />
        <SimpleGrid cols={2}>
          <TimeField
            label={t('from')}
            value={wish.start_time}
            onChange={(start_time) => set({ start_time })}
            error={errors.start_time}
          />
          <TimeField
            label={t('to')}
            value={wish.end_time}
            onChange={(end_time) => set({ end_time })}
            error={errors.end_time}
          />
        </SimpleGrid>
        <TextInput
          type="date"
          label={t('fromWhichDay')}
          description={t('daysBeforeKeep')}
          required
          value={wish.effective_from}
          onChange={(event) => set({ effective_from: event.currentTarget.value })}
          error={errors.effective_from}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button
            type="submit"
            loading={add.isPending || edit.isPending}
            disabled={!wish.name.trim() || !wish.start_time || !wish.end_time}
          >
            {window ? t('ui:save') : t('ui:add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
