import { Button, Group, List, Stack } from '@mantine/core';
import { IconLockOpen, IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../../contract/duty/duty-assignment.ts';
import { unlockDuties } from '../../../../contract/duty/unlock-duties.ts';
import { askUnlock } from '../../../../contract/unlocks/ask-unlock.ts';
import { showDate } from '../../lib/format.ts';
import { fieldErrorsOf, isRefusal } from '../../lib/problem.ts';
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
  const ask = useAction(askUnlock, {
    refresh: ['unlocks', 'journal'],
    onSuccess: () => {
      notifyDone(t('secondAsked'));
      onClose();
    },
  });
  const needsSecond = isRefusal(action.error, 'needs_second_admin');
  const [first] = assignments;
  const body = { assignments: assignments.map(({ id }) => id), reason };
  const unlock = () => {
    if (isReason(reason) && !action.isPending && !needsSecond) action.mutate({ body });
  };
  return (
    <Sheet
      title={t('unlockTitle', { count: assignments.length, name: first?.person_name ?? '' })}
      opened
      onClose={onClose}
    >
      <Stack>
        <What assignments={assignments} />
        <ReasonField
          value={reason}
          onChange={setReason}
          onSubmit={unlock}
          error={fieldErrorsOf(action.error).reason}
        />
        <WhatHappens assignments={assignments} />
        <FormProblem error={ask.error ?? action.error} fields={['reason']} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('keepLocked')}
          </Button>
          {needsSecond ? (
            <Button
              leftSection={<IconUserQuestion size={16} />}
              disabled={!isReason(reason)}
              loading={ask.isPending}
              onClick={() => ask.mutate({ body })}
            >
              {t('askSecond')}
            </Button>
          ) : (
            <Button
              color="red"
              leftSection={<IconLockOpen size={16} />}
              disabled={!isReason(reason)}
              loading={action.isPending}
              onClick={unlock}
            >
              {t('unlock', { count: assignments.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Sheet>
  );
}

type OfAssignments = { assignments: readonly DutyAssignment[] };
const shownMax = 6;

function What({ assignments }: OfAssignments) {
  const { t } = useTranslation('duty');
  return (
    <List size="sm" spacing={4}>
      {assignments.slice(0, shownMax).map((one) => (
        <List.Item key={one.id}>
          {t('unlockWhat', {
            name: one.person_name,
            duty: one.duty_name,
            date: showDate(one.date, 'long'),
          })}
        </List.Item>
      ))}
      {assignments.length > shownMax ? (
        <List.Item>{t('andMore', { count: assignments.length - shownMax })}</List.Item>
      ) : null}
    </List>
  );
}

function WhatHappens({ assignments }: OfAssignments) {
  const { t } = useTranslation('duty');
  const names = [...new Set(assignments.map(({ person_name }) => person_name))];
  return (
    <List size="sm" c="dimmed" spacing={4} aria-label={t('whatHappens')}>
      <List.Item>{t('unlockTold', { count: names.length, names: names.join(', ') })}</List.Item>
      <List.Item>{t('unlockReminder', { count: assignments.length })}</List.Item>
      <List.Item>{t('unlockLogged')}</List.Item>
    </List>
  );
}
