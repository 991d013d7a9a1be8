import { Button, Group, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { deletePeriod } from '../../../../contract/rota/delete-period.ts';
import type { Period } from '../../../../contract/rota/period.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormProblem } from '../../ui/form-problem.tsx';
import { notifyDone } from '../../ui/notify.ts';

/** Deletes a period, after asking once; refused while people are on in it. */
export function DeletePeriod({ period, onDone }: { period: Period; onDone: () => void }) {
  const navigate = useNavigate();
  const action = useAction(deletePeriod, {
    onSuccess: async ({ message }) => {
      notifyDone(message);
      // First away from the page of what is no more, then everything is read again.
      await navigate({ to: '/periods' });
    },
  });
  return (
    <Stack>
      <Text>
        <strong>{period.name}</strong> goes only while nobody in it is on or waits for a decision.
        What was rejected or cancelled in it is kept.
      </Text>
      <FormProblem error={action.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Keep it
        </Button>
        <Button
          color="red"
          loading={action.isPending}
          onClick={() => action.mutate({ params: { id: period.id } })}
        >
          Delete the period
        </Button>
      </Group>
    </Stack>
  );
}
