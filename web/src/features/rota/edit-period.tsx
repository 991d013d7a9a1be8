import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { editPeriod } from '../../../../contract/rota/edit-period.ts';
import type { Period } from '../../../../contract/rota/period.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone, notifyProblem } from '../../ui/notify.ts';
import { PeriodFields, type PeriodWish, periodFields } from './period-fields.tsx';

/** The form that changes a period, sent with the version that was read. */
export function EditPeriod({ period, onDone }: { period: Period; onDone: () => void }) {
  const { t } = useTranslation(['rota', 'ui']);
  const { name, start_date, end_date, seats } = period;
  const form = useForm<PeriodWish>({ initialValues: { name, start_date, end_date, seats } });
  const action = useAction(editPeriod, {
    version: () => period.version,
    onSuccess: (changed) => {
      notifyDone(t('isChanged', { name: changed.name }));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ params: { id: period.id }, body }))}>
      <Stack>
        <FormProblem error={action.error} fields={periodFields} />
        <PeriodFields form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {t('ui:back')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Locks an open period, so that nobody asks in it, or opens a locked one again. */
export function useLockPeriod(period: Period) {
  const { t } = useTranslation(['rota', 'ui']);
  const action = useAction(editPeriod, {
    version: () => period.version,
    onSuccess: ({ name, status }) =>
      notifyDone(status === 'LOCKED' ? t('isLocked', { name }) : t('isOpenAgain', { name })),
    onError: notifyProblem,
  });
  return () =>
    action.mutate({
      params: { id: period.id },
      body: { status: period.status === 'OPEN' ? 'LOCKED' : 'OPEN' },
    });
}
