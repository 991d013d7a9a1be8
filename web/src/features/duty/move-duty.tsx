import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyAssignment } from '../../../../contract/duty/duty-assignment.ts';
import type { RosterPerson } from '../../../../contract/duty/list-roster-people.ts';
import { moveDuty } from '../../../../contract/duty/move-duty.ts';
import { showDate } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { DatedCell } from './grid-person.ts';
import { isReason, ReasonField } from './reason-field.tsx';
import type { Deed } from './use-undo.ts';

/** A locked assignment that is to be elsewhere, or someone else's. */
export type Move = { from: DutyAssignment; to?: DatedCell; person?: RosterPerson };

type MoveDutyProps = {
  move: Move;
  dutyName: (id: string) => string;
  onClose: () => void;
  onDone: (deed: Deed) => void;
};

/** Moves a locked assignment to another cell or person, with a reason. */
export function MoveDuty({ move: { from, to, person }, dutyName, onClose, onDone }: MoveDutyProps) {
  const { t } = useTranslation('duty');
  const [reason, setReason] = useState('');
  const action = useAction(moveDuty, {
    refresh: ['duty', 'reminders', 'journal'],
    onSuccess: (made) => {
      notifyDone(t('moved', { name: made.person_name }));
      onDone({ assigned: [made.id], unlocked: [from.id] });
    },
  });
  const submit = () => {
    if (!isReason(reason) || action.isPending) return;
    const cell = to ? { date: to.date, duty_type: to.duty_type } : {};
    const who = person ? { person: person.person } : {};
    action.mutate({ params: { id: from.id }, body: { ...cell, ...who, reason } });
  };
  const [before, after] = [from, { ...from, ...to }];
  const say = (one: { date: string; duty_type: string }, name: string) =>
    t('unlockWhat', { name, duty: dutyName(one.duty_type), date: showDate(one.date, 'long') });
  const newName = person?.name ?? from.person_name;
  return (
    <Sheet title={person ? t('replaceTitle') : t('moveTitle')} opened onClose={onClose}>
      <Stack>
        <div>
          <Text td="line-through" c="dimmed">
            {say(before, from.person_name)}
          </Text>
          <Group gap={6} wrap="nowrap">
            <IconArrowRight size={16} aria-hidden className="flips" />
            <Text fw={550}>{say(after, newName)}</Text>
          </Group>
        </div>
        <ReasonField
          value={reason}
          onChange={setReason}
          onSubmit={submit}
          error={fieldErrorsOf(action.error).reason}
        />
        <List size="sm" c="dimmed" spacing={4} aria-label={t('whatHappens')}>
          <List.Item>
            {person
              ? t('replaceTold', { before: from.person_name, after: newName })
              : t('moveTold', { name: from.person_name })}
          </List.Item>
          <List.Item>{t('moveReminder')}</List.Item>
          <List.Item>{t('unlockLogged')}</List.Item>
        </List>
        <FormProblem error={action.error} fields={['reason']} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('keepLocked')}
          </Button>
          <Button disabled={!isReason(reason)} loading={action.isPending} onClick={submit}>
            {person ? t('replace') : t('move')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
