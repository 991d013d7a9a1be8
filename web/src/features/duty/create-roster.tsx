import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { createRoster } from '../../../../contract/duty/create-roster.ts';
import { addDays, addMonths, firstOfMonth, monthOf, todayIn } from '../../lib/dates.ts';
import { showMonth } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { useMe } from '../../lib/use-me.ts';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { RosterForm } from './roster-form.tsx';

/** Makes a roster; most last a month, so the next one is offered. */
export function CreateRoster() {
  const { t } = useTranslation('duty');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {t('makeRoster')}
      </Button>
      <Sheet title={t('makeRoster')} opened={opened} onClose={close}>
        <CreateRosterForm />
      </Sheet>
    </>
  );
}

function CreateRosterForm() {
  const { t } = useTranslation('duty');
  const navigate = useNavigate();
  const today = todayIn(useMe().organisation.time_zone);
  const action = useAction(createRoster, {
    onSuccess: ({ id, name }) => {
      notifyDone(t('rosterMade', { name }));
      void navigate({ to: '/duty/rosters/$id', params: { id } });
    },
  });
  return (
    <RosterForm
      initial={{ ...nextMonth(today), second_calendar: true, duty_types: undefined }}
      action={t('makeIt')}
      error={action.error}
      isPending={action.isPending}
      onSubmit={(body) => action.mutate({ body })}
    />
  );
}

function nextMonth(today: string) {
  const { year, month } = addMonths(monthOf(today).year, monthOf(today).month, 1);
  const after = addMonths(year, month, 1);
  return {
    name: showMonth(year, month),
    start_date: firstOfMonth(year, month),
    end_date: addDays(firstOfMonth(after.year, after.month), -1),
  };
}
