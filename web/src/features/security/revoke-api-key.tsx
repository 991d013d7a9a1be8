import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { revokeApiKey } from '../../../../contract/security/revoke-api-key.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** Revokes a key, after asking: the program that has it stops at once. */
export function RevokeApiKey({ apiKey }: { apiKey: { id: string; name: string } }) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  const action = useAction(revokeApiKey, {
    refresh: ['security'],
    onSuccess: ({ message }) => {
      close();
      notifyDone(message);
    },
  });
  return (
    <>
      <Button
        variant="default"
        aria-label={`Revoke ${apiKey.name}`}
        onClick={() => setOpened(true)}
      >
        Revoke
      </Button>
      <Sheet title={`Revoke “${apiKey.name}”?`} opened={opened} onClose={close}>
        <Stack>
          <Text>The program that has it stops at once. There is no way back.</Text>
          <FormProblem error={action.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button
              color="red"
              loading={action.isPending}
              onClick={() => action.mutate({ params: { id: apiKey.id } })}
            >
              Revoke it
            </Button>
          </Group>
        </Stack>
      </Sheet>
    </>
  );
}
