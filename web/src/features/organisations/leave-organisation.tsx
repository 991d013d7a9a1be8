import { Box, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { leaveOrganisation } from '../../../../contract/organisations/leave-organisation.ts';
import { readOrganisation } from '../../../../contract/organisations/read-organisation.ts';
import { forgetOrganisation } from '../../lib/chosen-organisation.ts';
import { queryOf } from '../../lib/query.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Surface } from '../../ui/surface.tsx';

/** The way out of the organisation I am in; its last owner is told why there is none. */
export function LeaveOrganisation() {
  const here = useQuery(queryOf(readOrganisation, {})).data;
  const [opened, { open, close }] = useDisclosure();
  if (!here) return null;
  return (
    <Box mt="md">
      <Surface>
        <Group p="md" justify="space-between">
          <Text size="sm" flex="1 1 14rem">
            {here.can.leave
              ? `Leave ${here.name}: you are out at once. What you were on for stays of record.`
              : `You are the last owner of ${here.name}. Make someone else an owner before you leave.`}
          </Text>
          <Button variant="default" color="red" disabled={!here.can.leave} onClick={open}>
            Leave
          </Button>
        </Group>
      </Surface>
      <Sheet title={`Leave ${here.name}?`} opened={opened} onClose={close}>
        <Confirm onBack={close} />
      </Sheet>
    </Box>
  );
}

function Confirm({ onBack }: { onBack: () => void }) {
  const action = useAction(leaveOrganisation, {
    refresh: [],
    onSuccess: () => {
      forgetOrganisation();
      location.assign('/');
    },
  });
  return (
    <Stack>
      <FormProblem error={action.error} />
      <Text>Only an admin there can let you in again. They are told that you left.</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack} data-autofocus>
          Stay
        </Button>
        <Button color="red" loading={action.isPending} onClick={() => action.mutate({ body: {} })}>
          Leave
        </Button>
      </Group>
    </Stack>
  );
}
