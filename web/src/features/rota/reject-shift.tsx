import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { rejectShift } from '../../../../contract/rota/reject-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { fieldErrorsOf } from '../../lib/problem.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { MentionTextarea } from '../../ui/mention-textarea.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Reject one shift, as a button. */
export function RejectShift({ shift }: { shift: Shift }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconX size={16} />} onClick={open}>
        Reject
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
  return (
    <Sheet title="Reject the request" opened={!!shift} onClose={onClose}>
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
  const [reason, setReason] = useState('');
  const action = useAction(rejectShift, {
    onSuccess: () => {
      notifyDone(`Rejected. ${shift.requested_by_name} gets the reason.`);
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
          {shift.requested_by_name}, {showDate(shift.date)}, {showSpan(shift)}
        </Text>
        <FormProblem error={action.error} fields={['rejected_reason']} />
        <MentionTextarea
          label="Reason"
          description="The person reads this."
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
            Keep it waiting
          </Button>
          <Button type="submit" color="red" loading={action.isPending} disabled={!reason.trim()}>
            Reject
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
