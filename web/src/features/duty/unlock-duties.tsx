import { Button, Group, List, Stack } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../../contract/duty/duty-assignment.ts';
import { unlockDuties } from '../../../../contract/duty/unlock-duties.ts';
import { showDate } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { isReason, ReasonField } from './reason-field.tsx';

type UnlockDutiesProps = {
  assignments: readonly DutyAssignment[];
  onClose: () => void;
  onDone: (ended: readonly DutyAssignment[]) => void;
};

/** Takes people off locked duties: with a reason, and with what will happen said before. */
export function UnlockDuties({ assignments, onClose, onDone }: UnlockDutiesProps) {
  const { t } = useTranslation('duty');
  const [reason, setReason] = useState('');
  const action = useAction(unlockDuties, {
    refresh: ['duty', 'reminders', 'journal'],
    onSuccess: (ended) => {
      notifyDone(t('unlocked', { count: ended.length, name: ended[0]?.person_name ?? '' }));
      onDone(ended);
    },
  });
  const names = [...new Set(assignments.map(({ person_name }) => person_name))];
  const [first] = assignments;
  const unlock = () => {
    if (!isReason(reason) || action.isPending) return;
    action.mutate({ body: { assignments: assignments.map(({ id }) => id), reason } });
  };
  return (
    <Sheet
      title={t('unlockTitle', { count: assignments.length, name: first?.person_name ?? '' })}
      opened
      onClose={onClose}
    >
      <Stack>
        <List size="sm" spacing={4}>
          {assignments.slice(0, 6).map((one) => (
            <List.Item key={one.id}>
              {t('unlockWhat', {
                name: one.person_name,
                duty: one.duty_name,
                date: showDate(one.date, 'long'),
              })}
            </List.Item>
          ))}
          {assignments.length > 6 ? (
            <List.Item>{t('andMore', { count: assignments.length - 6 })}</List.Item>
          ) : null}
        </List>
        <ReasonField
          value={reason}
          onChange={setReason}
          onSubmit={unlock}
          error={fieldErrorsOf(action.error).reason}
        />
        <List size="sm" c="dimmed" spacing={4} aria-label={t('whatHappens')}>
          <List.Item>{t('unlockTold', { count: names.length, names: names.join(', ') })}</List.Item>
          <List.Item>{t('unlockReminder', { count: assignments.length })}</List.Item>
          <List.Item>{t('unlockLogged')}</List.Item>
        </List>
        <FormProblem error={action.error} fields={['reason']} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('keepLocked')}
          </Button>
          <Button
            color="red"
            leftSection={<IconLockOpen size={16} />}
            disabled={!isReason(reason)}
            loading={action.isPending}
            onClick={unlock}
          >
            {t('unlock', { count: assignments.length })}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
