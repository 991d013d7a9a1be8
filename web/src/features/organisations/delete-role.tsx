import { Button, Group, Stack, Text } from '@mantine/core';
import { deleteRole } from '../../../../contract/organisations/delete-role.ts';
import type { RoleAnswer } from '../../../../contract/organisations/role.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Deletes a role that nobody has, after asking once. */
export function DeleteRole({ role, onDone }: { role: RoleAnswer; onDone: () => void }) {
  const action = useAction(deleteRole, {
    onSuccess: ({ message }) => {
      notifyDone(message);
      onDone();
    },
  });
  return (
    <Stack>
      <FormProblem error={action.error} />
      <Text>
        Nobody has the role <strong>{role.name}</strong>. The journal keeps what it was called.
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          Keep it
        </Button>
        <Button
          color="red"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: role.id } })}
        >
          Delete the role
        </Button>
      </Group>
    </Stack>
  );
}
