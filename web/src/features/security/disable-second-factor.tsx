import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { disableSecondFactor } from '../../../../contract/security/disable-second-factor.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useFreshAction } from './use-fresh-action.tsx';

/** Switches the second factor off, after asking. */
export function DisableSecondFactor() {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const action = useFreshAction(disableSecondFactor, {
    onSuccess: ({ message }) => {
      close();
      notifyDone(message);
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        Switch it off
      </Button>
      <Sheet title="Switch the second factor off?" opened={opened} onClose={close}>
        <Stack>
          <Text>From then on your password alone lets anyone in who has it.</Text>
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it on
            </Button>
            <Button color="red" loading={action.isPending} onClick={() => action.run({})}>
              Switch it off
            </Button>
          </Group>
        </Stack>
      </Sheet>
      {action.dialog}
    </>
  );
}
