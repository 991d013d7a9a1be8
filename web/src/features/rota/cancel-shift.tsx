import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { cancelShift } from '../../../../contract/rota/cancel-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Cancel a shift, after asking once. */
export function CancelShift({ shift }: { shift: Shift }) {
  const [opened, { open, close }] = useDisclosure();
  const what = shift.status === 'PENDING' ? 'request' : 'shift';
  const action = useAction(cancelShift, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      close();
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
        Cancel the {what}
      </Button>
      <Sheet title={`Cancel the ${what}?`} opened={opened} onClose={close}>
        <Stack>
          <Text>
            {shift.requested_by_name}, {showDate(shift.date)}, {showSpan(shift)}. Its history is
            kept.
          </Text>
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button
              color="red"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: shift.id } })}
            >
              Cancel the {what}
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </>
  );
}
