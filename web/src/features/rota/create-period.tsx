import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createPeriod } from '../../../../contract/rota/create-period.ts';
import { addDays, addMonths, firstOfMonth, monthOf, todayIn } from '../../lib/dates.ts';
import { showMonth } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { PeriodFields, type PeriodWish, periodFields } from './period-fields.tsx';

/** Opens a schedule period. */
export function CreatePeriod() {
  const { t } = useTranslation('rota');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {t('openAPeriod')}
      </Button>
      <Sheet title={t('openAPeriod')} opened={opened} onClose={close}>
        <CreatePeriodForm />
      </Sheet>
    </>
  );
}

/** Most periods are a month: the next one is offered. */
function nextMonth(today: string) {
  const { year, month } = addMonths(monthOf(today).year, monthOf(today).month, 1);
  const after = addMonths(year, month, 1);
  return {
    name: showMonth(year, month),
    start_date: firstOfMonth(year, month),
    end_date: addDays(firstOfMonth(after.year, after.month), -1),
    seats: 1,
  };
}

function CreatePeriodForm() {
  const { t } = useTranslation('rota');
  const navigate = useNavigate();
  const { time_zone } = useMe().organisation;
  const form = useForm<PeriodWish>({ initialValues: nextMonth(todayIn(time_zone)) });
  const action = useAction(createPeriod, {
    onSuccess: (period) => {
      notifyDone(t('isOpen', { name: period.name }));
      void navigate({ to: '/periods/$id', params: { id: period.id } });
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <form onSubmit={form.onSubmit((body) => action.mutate({ body }))}>
      <Stack>
        <FormProblem error={action.error} fields={periodFields} />
        <PeriodFields form={form} />
        <Button type="submit" size="md" loading={action.isPending}>
          {t('openThePeriod')}
        </Button>
      </Stack>
    </form>
  );
}
