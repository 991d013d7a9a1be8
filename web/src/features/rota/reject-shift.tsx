import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rejectShift } from '../../../../contract/rota/reject-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { joined, showDate, showSpan } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { MentionTextarea } from '../../ui/mention-textarea.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Reject one shift, as a button. */
export function RejectShift({ shift }: { shift: Shift }) {
  const { t } = useTranslation(['rota', 'ui']);
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconX size={16} />} onClick={open}>
        {t('reject')}
      </Button>
      <RejectShiftDialog shift={opened ? shift : undefined} onClose={close} />
    </>
  );
}

type RejectShiftDialogProps = {
  shift: Shift | undefined;
  onClose: () => void;
  onRejected?: (id: string) => void;
};

/** The dialog of a rejection: its reason goes to the person. */
export function RejectShiftDialog({ shift, onClose, onRejected }: RejectShiftDialogProps) {
  const { t } = useTranslation(['rota', 'ui']);
  return (
    <Sheet title={t('rejectTheRequest')} opened={!!shift} onClose={onClose}>
      {shift ? (
        <RejectShiftForm
          shift={shift}
          onDone={() => {
            onClose();
            onRejected?.(shift.id);
          }}
          onCancel={onClose}
        />
      ) : null}
    </Sheet>
  );
}

type RejectShiftFormProps = { shift: Shift; onDone: () => void; onCancel: () => void };

function RejectShiftForm({ shift, onDone, onCancel }: RejectShiftFormProps) {
  const { t } = useTranslation(['rota', 'ui']);
  const [reason, setReason] = useState('');
  const action = useAction(rejectShift, {
    onSuccess: () => {
      notifyDone(t('rejectedNotice', { name: shift.requested_by_name }));
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ params: { id: shift.id }, body: { rejected_reason: reason.trim() } });
      }}
    >
      <Stack>
        <Text c="dimmed">
          {joined(shift.requested_by_name, showDate(shift.date), showSpan(shift))}
        </Text>
        <FormProblem error={action.error} fields={['rejected_reason']} />
        <MentionTextarea
          label={t('ui:reason')}
          description={t('thePersonReads')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          onChange={setReason}
          error={fieldErrorsOf(action.error).rejected_reason}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('keepItWaiting')}
          </Button>
          <Button type="submit" color="red" loading={action.isPending} disabled={!reason.trim()}>
            {t('reject')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
