import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { cancelShift } from '../../../../contract/rota/cancel-shift.ts';
import type { Shift } from '../../../../contract/rota/shift.ts';
import { showDate, showSpan } from '../../lib/format.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Cancel a shift, after asking once. */
export function CancelShift({ shift }: { shift: Shift }) {
  const { t } = useTranslation(['rota', 'ui']);
  const [opened, { open, close }] = useDisclosure();
  const waits = shift.status === 'PENDING';
  const go = waits ? t('cancelRequest') : t('cancelShift');
  const action = useAction(cancelShift, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      close();
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} />} onClick={open}>
        {go}
      </Button>
      <Sheet
        title={waits ? t('cancelRequestAsked') : t('cancelShiftAsked')}
        opened={opened}
        onClose={close}
      >
        <Stack>
          <Text>
            {t('historyKept', {
              name: shift.requested_by_name,
              date: showDate(shift.date),
              span: showSpan(shift),
            })}
          </Text>
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('ui:keepIt')}
            </Button>
            <Button
              color="red"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: shift.id } })}
            >
              {go}
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </>
  );
}
